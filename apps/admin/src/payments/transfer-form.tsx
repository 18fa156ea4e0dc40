import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { RecordRefundTransfer } from './refunds.graphql.ts';

/** Records that a refund has been transferred from the own account. */
export const TransferForm = ({ paymentCase, refundId }: StepScreenProps & { refundId: string }) => {
  const { t } = useTranslation();
  const [reference, setReference] = useState('');
  const recording = useCaseSubmission({
    paymentCase,
    isDirty: reference !== '',
    send: async (text: string, command) =>
      (await execute(RecordRefundTransfer, { input: { ...command, refundId, reference: text } }))
        .recordRefundTransfer,
    done: t('refunds.recorded'),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    recording.submit(reference);
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <SubmissionError submission={recording} />
      <TextInput
        label={t('refunds.reference')}
        value={reference}
        error={recording.fieldErrors.reference}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
      />
      <Button type="submit" variant="default" mt="xs" loading={recording.isSending}>
        {t('refunds.recordTransfer')}
      </Button>
    </form>
  );
};
