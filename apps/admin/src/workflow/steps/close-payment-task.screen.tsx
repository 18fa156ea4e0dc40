import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistAnswerInput } from '#gql/graphql';
import { execute } from '../../api/graphql-client.ts';
import { SubmissionError } from '../../form/submission-error.tsx';
import { useUnsavedGuard } from '../../form/use-unsaved-guard.ts';
import { useFormat } from '../../format/use-format.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ConfirmIrreversible } from '../../ui/confirm-irreversible.tsx';
import { actionState } from '../action-state.ts';
import { ChecklistView, StepChecklist } from '../checklist.tsx';
import { usePreCheck } from '../pre-check.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { useChecklist } from '../use-checklist.ts';
import { ClosePaymentTask } from './close-payment-task.graphql.ts';
import { RejectForm } from './reject-form.tsx';

/** The machine's pre-check, reds first; then sign-off, or back to a step with a reason. */
export const ClosePaymentTaskScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const preCheck = usePreCheck();
  const [doing, setDoing] = useState<'close' | 'reject' | null>(null);
  const checklist = useChecklist(paymentCase, 'CLOSE_PAYMENT_TASK', paymentCase.closing);
  useUnsavedGuard(checklist.isDirty);
  const closing = useCaseSubmission({
    paymentCase,
    isDirty: checklist.isDirty,
    send: async (answers: ChecklistAnswerInput[], command) =>
      (await execute(ClosePaymentTask, { input: { ...command, answers } })).closePaymentTask,
    done: t('closing.done', { number: paymentCase.number }),
    onSuccess: () => {
      setDoing(null);
      checklist.forget();
    },
  });
  const close = actionState(paymentCase, 'CLOSE_PAYMENT_TASK');
  const reject = actionState(paymentCase, 'REJECT_PAYMENT_TASK');
  return (
    <Stack gap="md">
      <ChecklistView label={t('closing.preCheck')} items={preCheck(paymentCase.preCheck)} />
      {paymentCase.closing.length > 0 ? (
        <StepChecklist
          paymentCase={paymentCase}
          step="CLOSE_PAYMENT_TASK"
          label={t('closing.checks')}
          items={paymentCase.closing}
          checklist={close?.allowed ? checklist : null}
        />
      ) : null}
      {doing === 'reject' ? (
        <RejectForm paymentCase={paymentCase} onDone={() => setDoing(null)} />
      ) : (
        <StepActions>
          {close ? (
            <ActionButton state={close} onClick={() => checklist.complete() && setDoing('close')}>
              {t('closing.close')}
            </ActionButton>
          ) : null}
          {reject ? (
            <ActionButton variant="default" state={reject} onClick={() => setDoing('reject')}>
              {t('closing.reject')}
            </ActionButton>
          ) : null}
        </StepActions>
      )}
      <ConfirmIrreversible
        opened={doing === 'close'}
        title={t('closing.closeTitle', { number: paymentCase.number })}
        confirmLabel={t('closing.close')}
        loading={closing.isSending}
        onConfirm={() => closing.submit(checklist.given())}
        onCancel={() => setDoing(null)}
      >
        <SubmissionError submission={closing} />
        <p>{t('closing.closeText', { amount: format.money(paymentCase.amountReceived) })}</p>
      </ConfirmIrreversible>
    </Stack>
  );
};
