import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceFieldsFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { ConfirmAmount } from '../workflow/steps/confirm-amount.graphql.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import classes from './bank.module.css';
import { OfferButton } from './offer-button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type Payment = DifferenceFieldsFragment['payments'][number];
export type Offer = Payment['resolutions'][number];

interface DifferenceEntryProps {
  readonly difference: DifferenceFieldsFragment;
  readonly payment: Payment;
  readonly mayDecide: boolean;
}

/** A payment that is not what its claim asks for, and every way to settle it: one click, with a reason one more. */
export const DifferenceEntry = ({ difference, payment, mayDecide }: DifferenceEntryProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [explaining, setExplaining] = useState<Offer | null>(null);
  const deciding = useCaseSubmission({
    paymentCase: difference,
    send: async ({ offer, reason }: { offer: Offer; reason: string | null }, command) =>
      (
        await execute(ConfirmAmount, {
          input: { ...command, paymentId: payment.id, resolution: offer.resolution, reason },
        })
      ).confirmAmount,
    done: t('confirmAmount.done'),
    onSuccess: () => setExplaining(null),
  });
  const choose = (offer: Offer): void => {
    if (offer.needsReason) setExplaining(offer);
    else deciding.submit({ offer, reason: null });
  };
  const because = difference.workTrack.find(({ state }) => state === 'OPEN')?.stoppedBecause;
  return (
    <li className={classes.entry}>
      <div className={classes.credit}>
        <div className={classes.words}>
          <strong>{payment.payer ?? difference.customer.name}</strong>
          <span>
            <Link className="link" to={paths.case} params={{ caseId: difference.id }}>
              {difference.number}
            </Link>
            {` · ${difference.customer.name} · ${t('bank.open', { amount: format.money(difference.amountOpen) })}`}
          </span>
          <span className={classes.dim}>
            {[format.day(payment.valueOn), because?.message].filter(Boolean).join(' · ')}
          </span>
        </div>
        <Amount of={payment.available} weight="strong" />
      </div>
      {explaining ? null : <SubmissionError submission={deciding} />}
      {mayDecide ? (
        <ul className={classes.offers} aria-label={t('differences.offers', { number: difference.number })}>
          {payment.resolutions.map((offer) => (
            <OfferButton
              key={offer.resolution}
              offer={offer}
              loading={deciding.isSending}
              onChoose={() => choose(offer)}
            />
          ))}
        </ul>
      ) : null}
      {explaining ? (
        <ReasonDialog
          offer={explaining}
          submission={deciding}
          onConfirm={(reason) => deciding.submit({ offer: explaining, reason })}
          onClose={() => setExplaining(null)}
        />
      ) : null}
    </li>
  );
};
