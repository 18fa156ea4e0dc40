import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { UnassignPayment } from './allocations.graphql.ts';

interface UnassignDialogProps extends StepScreenProps {
  readonly onClose: () => void;
}

/** Gives a credit of the bank back that belongs to somebody else, for a reason. */
export const UnassignDialog = ({ paymentCase, onClose }: UnassignDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const credits = paymentCase.payments.filter(({ source }) => source === 'BANK');
  const [chosen, setChosen] = useState(credits[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const unassigning = useCaseSubmission({
    paymentCase,
    send: async (text: string, command) =>
      (await execute(UnassignPayment, { input: { ...command, paymentId: chosen, reason: text } }))
        .unassignPayment,
    done: t('allocations.unassigned'),
    onSuccess: onClose,
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('allocations.unassignTitle')}
      confirmLabel={t('allocations.unassign')}
      loading={unassigning.isSending}
      onConfirm={() => unassigning.submit(reason)}
      onCancel={onClose}
    >
      <Stack gap="md">
        <SubmissionError submission={unassigning} />
        <p>{t('allocations.unassignText')}</p>
        <Radio.Group label={t('allocations.whichCredit')} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {credits.map(({ id, amount, payer, valueOn }) => (
              <Radio
                key={id}
                value={id}
                label={t('allocations.credit', {
                  amount: format.money(amount),
                  payer: payer ?? t('bank.unknownPayer'),
                  day: format.day(valueOn),
                })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('case.reason')}
          autosize
          minRows={2}
          value={reason}
          error={unassigning.fieldErrors.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Stack>
    </ConfirmIrreversible>
  );
};
