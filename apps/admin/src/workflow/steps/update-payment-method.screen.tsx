import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { MethodList } from '../../customers/method-list.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { actionState } from '../action-state.ts';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { MethodReview } from './method-review.tsx';
import { RequestPaymentMethodUpdate, SkipPaymentMethodUpdate } from './update-payment-method.graphql.ts';

/** The method on file and what is to be reviewed, a one-time link for a new one, or going on without. */
export const UpdatePaymentMethodScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string | null>(null);
  const requesting = useCaseSubmission({
    paymentCase,
    send: async (_nothing: null, command) =>
      (await execute(RequestPaymentMethodUpdate, { input: command })).requestPaymentMethodUpdate,
    done: t('methodUpdate.requested'),
  });
  const skipping = useCaseSubmission({
    paymentCase,
    isDirty: Boolean(reason),
    send: async (text: string, command) =>
      (await execute(SkipPaymentMethodUpdate, { input: { ...command, reason: text } }))
        .skipPaymentMethodUpdate,
    done: t('methodUpdate.skipped'),
    onSuccess: () => setReason(null),
  });
  const request = actionState(paymentCase, 'REQUEST_PAYMENT_METHOD_UPDATE');
  const skip = actionState(paymentCase, 'SKIP_PAYMENT_METHOD_UPDATE');
  return (
    <Stack gap="sm">
      <CaseFormMessages submission={skipping.error || skipping.isOutdated ? skipping : requesting} />
      <MethodList methods={paymentCase.customer.methods} />
      {paymentCase.customer.methods
        .filter(({ state }) => state === 'REVIEW')
        .map((method) => (
          <MethodReview key={method.id} paymentCase={paymentCase} method={method} />
        ))}
      {reason === null ? null : (
        <Textarea
          label={t('methodUpdate.skipReason')}
          autosize
          minRows={2}
          value={reason}
          error={skipping.fieldErrors.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <StepActions>
        {request ? (
          <ActionButton
            state={request}
            loading={requesting.isSending}
            onClick={() => requesting.submit(null)}
          >
            {t('methodUpdate.request')}
          </ActionButton>
        ) : null}
        {skip && reason === null ? (
          <ActionButton variant="default" state={skip} onClick={() => setReason('')}>
            {t('methodUpdate.skip')}
          </ActionButton>
        ) : null}
        {reason === null ? null : (
          <Button variant="default" loading={skipping.isSending} onClick={() => skipping.submit(reason)}>
            {t('methodUpdate.skipConfirm')}
          </Button>
        )}
      </StepActions>
    </Stack>
  );
};
