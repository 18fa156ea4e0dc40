import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { CaseView, StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { AcceptDispute } from './disputes.graphql.ts';

interface AcceptDisputeDialogProps extends StepScreenProps {
  readonly dispute: CaseView['disputes'][number];
  readonly onClose: () => void;
}

/** Gives the money of a dispute up, after saying what that means. */
export const AcceptDisputeDialog = ({ paymentCase, dispute, onClose }: AcceptDisputeDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const accepting = useCaseSubmission({
    paymentCase,
    send: async (disputeId: string, command) =>
      (await execute(AcceptDispute, { input: { ...command, disputeId } })).acceptDispute,
    done: t('disputes.accepted'),
    onSuccess: onClose,
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('disputes.acceptTitle')}
      confirmLabel={t('disputes.accept')}
      loading={accepting.isSending}
      onConfirm={() => accepting.submit(dispute.id)}
      onCancel={onClose}
    >
      <SubmissionError submission={accepting} />
      <p>{t('disputes.acceptText', { amount: format.money(dispute.amount) })}</p>
    </ConfirmIrreversible>
  );
};
