import { useTranslation } from 'react-i18next';
import type { BankTransactionFieldsFragment } from '#gql/graphql';
import { absolute } from '../format/absolute.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './bank.module.css';

export type Candidate = BankTransactionFieldsFragment['candidates'][number];

/** What speaks for a case and against it, in words; nobody is shown a score. */
export const CandidateFacts = ({ candidate }: { candidate: Candidate }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { referenceKind, reference, amount, difference, payer, daysLate } = candidate;
  const facts = [
    referenceKind && reference
      ? t(`matchReference.${referenceKind}`, { number: reference })
      : t('bank.noReference'),
    t(`matchAmount.${amount}`, { difference: difference ? format.money(absolute(difference)) : '' }),
    t(`matchPayer.${payer}`),
    daysLate > 0 ? t('bank.late', { count: daysLate }) : t('bank.inTime'),
  ];
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
};
