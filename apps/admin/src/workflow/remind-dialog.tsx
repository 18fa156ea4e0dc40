import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { RemindCustomer } from './case.graphql.ts';
import type { StepScreenProps } from './use-case.ts';
import { useCaseSubmission } from './use-case-submission.ts';

interface RemindDialogProps extends StepScreenProps {
  readonly onClose: () => void;
}

/** Sends the one reminder of an overdue claim, after saying what goes to whom. */
export const RemindDialog = ({ paymentCase, onClose }: RemindDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const reminding = useCaseSubmission({
    paymentCase,
    send: async (_nothing: null, command) =>
      (await execute(RemindCustomer, { input: command })).remindCustomer,
    done: t('case.reminded'),
    onSuccess: onClose,
  });
  const amount = format.money(paymentCase.amountOpen);
  return (
    <ConfirmIrreversible
      opened
      title={t('case.remindTitle', { amount })}
      confirmLabel={t('case.remind')}
      loading={reminding.isSending}
      onConfirm={() => reminding.submit(null)}
      onCancel={onClose}
    >
      <SubmissionError submission={reminding} />
      <p>{t('case.remindText', { email: paymentCase.customer.data.email ?? '' })}</p>
    </ConfirmIrreversible>
  );
};
