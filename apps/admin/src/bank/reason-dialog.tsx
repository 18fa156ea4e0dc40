import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmissionError } from '../form/submission-error.tsx';
import type { Submission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { Offer } from './difference-entry.tsx';

interface ReasonDialogProps {
  readonly offer: Offer;
  readonly submission: Submission<never>;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why something of a claim is given up, and says who has to agree. */
export const ReasonDialog = ({ offer, submission, onConfirm, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  return (
    <ConfirmIrreversible
      opened
      title={`${t(`differences.${offer.resolution}`)} ${format.money(offer.writeOff)}`}
      confirmLabel={t(offer.needsSecondPerson ? 'confirmAmount.askSecond' : 'confirmAmount.confirm')}
      loading={submission.isSending}
      onConfirm={() => onConfirm(reason)}
      onCancel={onClose}
    >
      <SubmissionError submission={submission} />
      <Textarea
        label={t('case.reason')}
        autosize
        minRows={2}
        value={reason}
        error={submission.fieldErrors.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmIrreversible>
  );
};
