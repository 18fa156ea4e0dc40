import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { useMethodLabel } from '../customers/method-label.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { ChargeStoredMethod } from './charges.graphql.ts';

/** Says what will happen, and asks once before the stored method is charged. */
export const ChargeDialog = ({ paymentCase, onClose }: StepScreenProps & { onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  const charging = useCaseSubmission({
    paymentCase,
    send: async (_nothing: null, command) =>
      (await execute(ChargeStoredMethod, { input: command })).chargeStoredMethod,
    done: t('charges.done'),
    onSuccess: onClose,
  });
  const method = paymentCase.chargeableMethod;
  const isDebit = method?.type === 'SEPA_DEBIT';
  const amount = format.money(paymentCase.amountAwaited);
  const day = paymentCase.chargeableOn ? format.day(paymentCase.chargeableOn) : '';
  return (
    <ConfirmIrreversible
      opened
      title={t('charges.dialog')}
      confirmLabel={isDebit ? t('charges.announce') : t('charges.confirm', { amount })}
      loading={charging.isSending}
      onConfirm={() => charging.submit(null)}
      onCancel={onClose}
    >
      <SubmissionError submission={charging} />
      {method ? (
        <p>
          <strong>{methodLabel(method)}</strong>
        </p>
      ) : null}
      <p>{isDebit ? t('charges.debit', { amount, day }) : t('charges.card', { amount })}</p>
      <p>{t('charges.openPages')}</p>
    </ConfirmIrreversible>
  );
};
