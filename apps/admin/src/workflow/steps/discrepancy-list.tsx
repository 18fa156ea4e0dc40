import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCode } from '../../i18n/use-code.ts';
import { useCheckDetail } from '../check-detail.ts';
import type { CaseView } from '../use-case.ts';
import classes from './discrepancy-list.module.css';

interface DiscrepancyListProps {
  readonly discrepancies: CaseView['discrepancies'];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReason: (id: string, reason: string) => void;
}

/** What two sources say differently, side by side, each with a place for the reason to accept it as it is. */
export const DiscrepancyList = ({ discrepancies, reasons, onReason }: DiscrepancyListProps) => {
  const { t } = useTranslation();
  const code = useCode();
  const inWords = useCheckDetail();
  if (discrepancies.length === 0) return null;
  return (
    <section aria-label={t('verify.discrepancies')}>
      <h3 className={classes.title}>{t('verify.discrepancies')}</h3>
      {discrepancies.map((one) => (
        <div key={one.id} className={classes.item}>
          <strong>{code('checkKey', one.key)}</strong>
          <div className={classes.pair}>
            {one.expected === null ? null : (
              <span>
                <span className={classes.source}>{t('verify.expected')}</span>
                {one.expected}
              </span>
            )}
            <span>
              <span className={classes.source}>{t('verify.found')}</span>
              {one.found === null ? t('common.notSet') : inWords(one.key, one.found)}
            </span>
          </div>
          <TextInput
            label={t('verify.acceptReason')}
            description={t('verify.acceptHint')}
            value={reasons[one.id] ?? ''}
            onChange={({ currentTarget }) => onReason(one.id, currentTarget.value)}
          />
        </div>
      ))}
    </section>
  );
};
