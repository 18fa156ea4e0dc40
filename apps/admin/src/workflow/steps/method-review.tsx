import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { useMethodLabel } from '../../customers/method-label.ts';
import { Facts } from '../../ui/facts.tsx';
import { Note } from '../../ui/note.tsx';
import { actionState } from '../action-state.ts';
import { DecisionForm } from '../decision-form.tsx';
import { CaseFormMessages } from '../step-actions.tsx';
import type { CaseView, StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { ReviewPaymentMethod } from './update-payment-method.graphql.ts';

interface MethodReviewProps extends StepScreenProps {
  readonly method: CaseView['customer']['methods'][number];
}

/** A method that does not match the original, beside the first one: a person accepts it or refuses it, and says why. */
export const MethodReview = ({ paymentCase, method }: MethodReviewProps) => {
  const { t } = useTranslation();
  const methodLabel = useMethodLabel();
  const [reason, setReason] = useState('');
  const first = paymentCase.customer.methods.find(({ isFirst }) => isFirst);
  const deciding = useCaseSubmission({
    paymentCase,
    isDirty: reason !== '',
    send: async (accepted: boolean, command) =>
      (
        await execute(ReviewPaymentMethod, {
          input: { ...command, methodId: method.id, accepted, reason: reason.trim() },
        })
      ).reviewPaymentMethod,
    done: t('methodReview.done'),
    onSuccess: () => setReason(''),
  });
  return (
    <Note tone="warn" icon={IconUserSearch} title={t('methodReview.title')}>
      <CaseFormMessages submission={deciding} />
      {method.reviewReason ? <p>{t(`reviewReason.${method.reviewReason}`)}</p> : null}
      <Facts
        facts={[
          [
            t('methodReview.newOne'),
            `${methodLabel(method)} · ${method.holder ?? t('methodReview.noHolder')}`,
          ],
          [
            t('methodReview.first'),
            first
              ? `${methodLabel(first)} · ${first.holder ?? t('methodReview.noHolder')}`
              : t('methodReview.none'),
          ],
        ]}
      />
      <DecisionForm
        action={actionState(paymentCase, 'REVIEW_PAYMENT_METHOD')}
        submission={deciding}
        reason={reason}
        onReason={setReason}
        labels={{
          reason: t('methodReview.reason'),
          yes: t('methodReview.accept'),
          no: t('methodReview.refuse'),
        }}
      />
    </Note>
  );
};
