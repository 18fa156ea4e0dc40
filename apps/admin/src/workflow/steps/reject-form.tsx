import { Button, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#gql/graphql';
import { execute } from '../../api/graphql-client.ts';
import { RejectPaymentTask } from '../case.graphql.ts';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import { stepNumber } from '../step-slugs.ts';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';

/** Where a case may be sent back to; the server refuses the rest. */
const TARGETS = [
  'VERIFY_CUSTOMER_DATA',
  'SAVE_CUSTOMER_RECORD',
  'CREATE_PAYMENT_TASK',
  'CONFIRM_AMOUNT',
  'NOTIFY_CUSTOMER',
] as const satisfies readonly Step[];

/** Sends a case back to a step, with a reason. Nothing that has been done is undone by it. */
export const RejectForm = ({ paymentCase, onDone }: StepScreenProps & { onDone: () => void }) => {
  const { t } = useTranslation();
  const [backTo, setBackTo] = useState<Step>('CONFIRM_AMOUNT');
  const [reason, setReason] = useState('');
  const rejecting = useCaseSubmission({
    paymentCase,
    isDirty: reason !== '',
    send: async (input: { backTo: Step; reason: string }, command) =>
      (await execute(RejectPaymentTask, { input: { ...command, ...input } })).rejectPaymentTask,
    done: t('closing.rejected'),
    onSuccess: onDone,
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    rejecting.submit({ backTo, reason });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <CaseFormMessages
          submission={rejecting}
          fields={{ reason: { label: t('case.reason'), inputId: 'reject-reason' } }}
        />
        <Select
          label={t('closing.backTo')}
          allowDeselect={false}
          data={TARGETS.map((step) => ({
            value: step as Step,
            label: `${stepNumber(step)}. ${t(`step.${step}`)}`,
          }))}
          value={backTo}
          onChange={(step) => setBackTo(TARGETS.find((target) => target === step) ?? 'CONFIRM_AMOUNT')}
        />
        <Textarea
          id="reject-reason"
          label={t('case.reason')}
          autosize
          minRows={2}
          value={reason}
          error={rejecting.fieldErrors.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Stack>
      <StepActions>
        <Button type="submit" loading={rejecting.isSending}>
          {t('closing.reject')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </StepActions>
    </form>
  );
};
