import { useTranslation } from 'react-i18next';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { CaseView } from '../workflow/use-case.ts';
import type { CaseSubmission } from '../workflow/use-case-submission.ts';

type Offer = NonNullable<NonNullable<CaseView['authorization']>['offer']>;

interface CaptureDialogProps {
  readonly offer: Offer;
  readonly submission: Pick<CaseSubmission<never>, 'error' | 'fieldErrors' | 'isSending' | 'reset'>;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says what capturing will do, and asks once. */
export const CaptureDialog = ({ offer, submission, onConfirm, onCancel }: CaptureDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = format.money(offer.amount);
  const released = format.money(offer.released);
  return (
    <ConfirmIrreversible
      opened
      title={t('captures.dialog', { amount })}
      confirmLabel={t('captures.confirm', { amount })}
      loading={submission.isSending}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <SubmissionError submission={submission} />
      {offer.resolution === 'PARTIAL' ? <p>{t('captures.partial', { amount })}</p> : null}
      {offer.resolution === 'OVER' ? <p>{t('captures.over', { amount, released })}</p> : null}
      <p>{t('captures.exact', { amount })}</p>
    </ConfirmIrreversible>
  );
};
