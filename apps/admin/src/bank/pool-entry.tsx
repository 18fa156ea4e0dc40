import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankTransactionFieldsFragment } from '#gql/graphql';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import classes from './bank.module.css';
import { CandidateFacts } from './candidate-facts.tsx';
import { OtherReceiptDialog } from './other-receipt-dialog.tsx';
import { OtherReceiptQuestion } from './other-receipt-question.tsx';
import { useAssignment } from './use-assignment.ts';

/** Of many equal claims the first few are worth reading; the rest is found by its name. */
const SHOWN = 3;

interface PoolEntryProps {
  readonly transaction: BankTransactionFieldsFragment;
  readonly mayAssign: boolean;
}

/** One credit that belongs to nobody yet, and the cases that it may pay. */
export const PoolEntry = ({ transaction, mayAssign }: PoolEntryProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [isChoosing, setChoosing] = useState(false);
  const [isBooking, setBooking] = useState(false);
  const assigning = useAssignment();
  const { id, state, counterpartyName, counterpartyIban, remittance, bookedOn, unassigned } = transaction;
  const { candidates, receipts } = transaction;
  const asked = receipts.find((receipt) => receipt.state === 'ASKED');
  const payer = counterpartyName ?? counterpartyIban ?? t('bank.unknownPayer');
  const { amount, currency } = unassigned;
  return (
    <li className={classes.entry}>
      <div className={classes.credit}>
        <div className={classes.words}>
          <strong>{payer}</strong>
          <span>{remittance || t('bank.noText')}</span>
          <span className={classes.dim}>
            {format.day(bookedOn)} · {format.daysFrom(bookedOn)}
          </span>
        </div>
        <Amount of={unassigned} weight="strong" />
      </div>
      <SubmissionError submission={assigning} />
      {asked ? <OtherReceiptQuestion receipt={asked} /> : null}
      {state === 'IGNORED' ? <p className={classes.dim}>{t('bank.goingBack')}</p> : null}
      {candidates.slice(0, SHOWN).map((candidate) => (
        <div key={candidate.case.id} className={classes.candidate}>
          <div className={classes.words}>
            <span>
              <Link className="link" to={paths.case} params={{ caseId: candidate.case.id }}>
                {candidate.case.number}
              </Link>
              {` · ${candidate.case.customer.name} · ${t('bank.open', { amount: format.money(candidate.case.amountOpen) })}`}
            </span>
            <CandidateFacts candidate={candidate} />
          </div>
          {mayAssign && candidate.amount !== 'OTHER_CURRENCY' ? (
            <Button
              size="xs"
              variant="default"
              loading={assigning.isSending}
              aria-label={t('bank.assignTo', { payer, number: candidate.case.number })}
              onClick={() =>
                assigning.submit({
                  transactionId: id,
                  allocations: [{ caseId: candidate.case.id, amount: { amount, currency } }],
                })
              }
            >
              {t('bank.assign')}
            </Button>
          ) : null}
          {candidate.amount === 'OTHER_CURRENCY' ? (
            <span className={classes.dim}>{t('bank.otherCurrency')}</span>
          ) : null}
        </div>
      ))}
      {candidates.length === 0 && state !== 'IGNORED' ? (
        <p className={classes.dim}>{t('bank.noCandidate')}</p>
      ) : null}
      {mayAssign ? (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setChoosing(true)}>
            {t('bank.chooseCase')}
          </Button>
          {asked ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('otherReceipts.noneOf', { payer })}
              onClick={() => setBooking(true)}
            >
              {t('otherReceipts.none')}
            </Button>
          )}
        </div>
      ) : null}
      {isChoosing ? <AssignDialog transaction={transaction} onClose={() => setChoosing(false)} /> : null}
      {isBooking ? <OtherReceiptDialog transaction={transaction} onClose={() => setBooking(false)} /> : null}
    </li>
  );
};
