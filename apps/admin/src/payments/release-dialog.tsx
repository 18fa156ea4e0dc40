import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { ReleaseAuthorization } from './captures.graphql.ts';

interface ReleaseDialogProps extends StepScreenProps {
  readonly amount: string;
  readonly onClose: () => void;
}

/** Gives a reserved amount back to the card, for a reason. */
export const ReleaseDialog = ({ paymentCase, amount, onClose }: ReleaseDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const releasing = useCaseSubmission({
    paymentCase,
    send: async (text: string, command) =>
      (await execute(ReleaseAuthorization, { input: { ...command, reason: text } })).releaseAuthorization,
    done: t('captures.released'),
    onSuccess: onClose,
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('captures.releaseTitle', { amount })}
      confirmLabel={t('captures.release')}
      loading={releasing.isSending}
      onConfirm={() => releasing.submit(reason)}
      onCancel={onClose}
    >
      <SubmissionError submission={releasing} />
      <p>{t('captures.releaseText')}</p>
      <Textarea
        label={t('case.reason')}
        autosize
        minRows={2}
        value={reason}
        error={releasing.fieldErrors.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmIrreversible>
  );
};
