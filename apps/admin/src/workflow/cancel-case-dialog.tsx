import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { CancelPaymentCase } from './case.graphql.ts';
import type { StepScreenProps } from './use-case.ts';
import { useCaseSubmission } from './use-case-submission.ts';

/** Ends a case for which nothing has been received. */
export const CancelCaseDialog = ({ paymentCase, onClose }: StepScreenProps & { onClose: () => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const canceling = useCaseSubmission({
    paymentCase,
    send: async (text: string, command) =>
      (await execute(CancelPaymentCase, { input: { ...command, reason: text } })).cancelPaymentCase,
    done: t('case.canceledDone', { number: paymentCase.number }),
    onSuccess: onClose,
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('case.cancelTitle', { number: paymentCase.number })}
      confirmLabel={t('case.cancel')}
      loading={canceling.isSending}
      onConfirm={() => canceling.submit(reason)}
      onCancel={onClose}
    >
      <SubmissionError submission={canceling} />
      <p>{t('case.cancelText')}</p>
      <Textarea
        label={t('case.reason')}
        autosize
        minRows={2}
        value={reason}
        error={canceling.fieldErrors.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmIrreversible>
  );
};
