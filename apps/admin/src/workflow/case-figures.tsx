import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { Amount } from '../ui/amount.tsx';
import classes from './case-figures.module.css';
import type { CaseView } from './use-case.ts';

/** The head of a case in figures, and in words where the money is, whose turn it is and since when. */
export const CaseFigures = ({ paymentCase }: { paymentCase: CaseView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, turn, since, expectedOn, net } = paymentCase.position;
  const figures = [
    [t('case.amountDue'), paymentCase.amountDue],
    [t('case.amountReceived'), paymentCase.amountReceived],
    [t('case.amountOpen'), paymentCase.amountOpen],
  ] as const;
  return (
    <div className={`panel ${classes.figures}`}>
      {figures.map(([label, amount]) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; this is a figure with its name
        <div key={label} role="group" aria-label={label} className={classes.figure}>
          <span aria-hidden className={classes.label}>
            {label}
          </span>
          <span className={classes.amount}>
            <Amount of={amount} />
          </span>
        </div>
      ))}
      <div className={classes.figure}>
        <span className={classes.label}>{t('case.due')}</span>
        <span className={classes.plain}>
          {format.day(paymentCase.dueOn)}{' '}
          <span className={classes.dim}>{format.daysFrom(paymentCase.dueOn)}</span>
        </span>
      </div>
      <p className={classes.position}>
        {t(`place.${place}`)}{' '}
        {turn === 'NOBODY' ? null : (
          <>
            {t('case.turn', { who: t(`turn.${turn}`) })}{' '}
            <span className={classes.dim}>({format.ago(since)})</span>.{' '}
          </>
        )}
        {expectedOn ? t('case.expected', { day: format.day(expectedOn) }) : null}{' '}
        {place === 'AT_PROVIDER' ? t('case.net', { amount: format.money(net) }) : null}
      </p>
    </div>
  );
};
