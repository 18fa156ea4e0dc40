import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherReceiptFieldsFragment } from '#gql/graphql';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { useReversal } from './use-other-receipts.ts';

interface ReverseReceiptDialogProps {
  readonly receipt: OtherReceiptFieldsFragment;
  readonly onClose: () => void;
}

/** Takes a booking back for a reason. */
export const ReverseReceiptDialog = ({ receipt, onClose }: ReverseReceiptDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const reversing = useReversal(receipt.id, onClose);
  return (
    <ConfirmIrreversible
      opened
      title={t('otherReceipts.reverseTitle', { amount: format.money(receipt.amount) })}
      confirmLabel={t('otherReceipts.reverse')}
      loading={reversing.isSending}
      onConfirm={() => reversing.submit(reason)}
      onCancel={onClose}
    >
      <Stack gap="md">
        <SubmissionError submission={reversing} />
        <p>{t('otherReceipts.reverseText')}</p>
        <Textarea
          label={t('case.reason')}
          autosize
          minRows={2}
          value={reason}
          error={reversing.fieldErrors.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Stack>
    </ConfirmIrreversible>
  );
};
