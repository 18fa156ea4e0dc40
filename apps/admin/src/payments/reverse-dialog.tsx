import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { ReverseAllocation } from './allocations.graphql.ts';

interface ReverseDialogProps extends StepScreenProps {
  readonly allocationId: string;
  readonly amount: string;
  readonly onClose: () => void;
}

/** Takes one allocation back, for a reason, after saying what it does to the claim and to the money. */
export const ReverseDialog = ({ paymentCase, allocationId, amount, onClose }: ReverseDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const reversing = useCaseSubmission({
    paymentCase,
    send: async (text: string, command) =>
      (await execute(ReverseAllocation, { input: { ...command, allocationId, reason: text } }))
        .reverseAllocation,
    done: t('allocations.undone'),
    onSuccess: onClose,
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('allocations.undoTitle', { amount })}
      confirmLabel={t('allocations.undo')}
      loading={reversing.isSending}
      onConfirm={() => reversing.submit(reason)}
      onCancel={onClose}
    >
      <SubmissionError submission={reversing} />
      <p>{t('allocations.undoText', { amount })}</p>
      <Textarea
        label={t('case.reason')}
        autosize
        minRows={2}
        value={reason}
        error={reversing.fieldErrors.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmIrreversible>
  );
};
