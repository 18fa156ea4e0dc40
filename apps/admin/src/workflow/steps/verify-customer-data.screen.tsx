import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistAnswerInput } from '#gql/graphql';
import { execute } from '../../api/graphql-client.ts';
import { checkCustomer } from '../../customers/check-customer.ts';
import { CustomerFields, customerInputId } from '../../customers/customer-fields.tsx';
import {
  type CustomerField,
  type CustomerFormValues,
  customerToForm,
  customerToInput,
} from '../../customers/customer-form.ts';
import { useUnsavedGuard } from '../../form/use-unsaved-guard.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { actionState } from '../action-state.ts';
import { StepChecklist } from '../checklist.tsx';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { useChecklist } from '../use-checklist.ts';
import { DiscrepancyList } from './discrepancy-list.tsx';
import { RequestCustomerData, VerifyCustomerData } from './verify-customer-data.graphql.ts';

const ID = 'verify';

interface Verification {
  readonly data: CustomerFormValues | null;
  readonly reasons: Readonly<Record<string, string>>;
  readonly answers: ChecklistAnswerInput[];
  /** False keeps the step open after the changes. */
  readonly complete: boolean;
}

/** What the machine has checked, what does not fit, and the ways to settle it: correct, accept with a reason, or ask. */
export const VerifyCustomerDataScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const [isCorrecting, setCorrecting] = useState(false);
  const [accepted, setAccepted] = useState<Readonly<Record<string, string>>>({});
  const form = useForm<CustomerFormValues>({ initialValues: customerToForm(paymentCase.customer.data) });
  const checklist = useChecklist(paymentCase, 'VERIFY_CUSTOMER_DATA', paymentCase.verification);
  const isDirty =
    (isCorrecting && form.isDirty()) || Object.values(accepted).some(Boolean) || checklist.isDirty;
  useUnsavedGuard(isDirty);
  const verifying = useCaseSubmission({
    paymentCase,
    isDirty,
    send: async (input: Verification, command) =>
      (
        await execute(VerifyCustomerData, {
          input: {
            ...command,
            data: input.data ? customerToInput(input.data) : null,
            accepted: Object.entries(input.reasons).map(([discrepancyId, reason]) => ({
              discrepancyId,
              reason,
            })),
            answers: input.answers,
            complete: input.complete,
          },
        })
      ).verifyCustomerData,
    done: t('verify.done'),
    onSuccess: () => {
      setCorrecting(false);
      setAccepted({});
      checklist.forget();
      form.resetDirty();
    },
  });
  const asking = useCaseSubmission({
    paymentCase,
    send: async (_nothing: null, command) =>
      (await execute(RequestCustomerData, { input: command })).requestCustomerData,
    done: t('verify.asked'),
  });
  const verify = actionState(paymentCase, 'VERIFY_CUSTOMER_DATA');
  const ask = actionState(paymentCase, 'REQUEST_CUSTOMER_DATA');
  const openOnes = paymentCase.discrepancies.filter(
    ({ step, resolved }) => step === 'VERIFY_CUSTOMER_DATA' && !resolved,
  );

  const submit = async (complete: boolean): Promise<void> => {
    const problems = isCorrecting ? await checkCustomer(form.values) : {};
    form.setErrors(
      Object.fromEntries(
        Object.entries(problems).map(([field, code]) => [field, t(`customerError.${code}`)]),
      ),
    );
    const [first] = Object.keys(problems);
    if (first) return document.getElementById(customerInputId(ID, first as CustomerField))?.focus();
    const answers = complete ? checklist.complete() : checklist.given();
    if (!answers) return;
    verifying.submit({
      data: isCorrecting ? form.values : null,
      reasons: Object.fromEntries(Object.entries(accepted).filter(([, reason]) => reason.trim())),
      answers,
      complete,
    });
  };
  const fields = Object.fromEntries(
    (Object.keys(form.values) as CustomerField[]).map((field) => [
      `data.${field}`,
      { label: t(`customerField.${field}`), inputId: customerInputId(ID, field) },
    ]),
  );
  return (
    <Stack gap="sm">
      <CaseFormMessages
        submission={verifying.error || verifying.isOutdated ? verifying : asking}
        fields={fields}
      />
      {paymentCase.verification.length > 0 ? (
        <StepChecklist
          paymentCase={paymentCase}
          step="VERIFY_CUSTOMER_DATA"
          label={t('verify.checks')}
          items={paymentCase.verification}
          checklist={verify?.allowed ? checklist : null}
        />
      ) : (
        <p>{t('verify.notYet')}</p>
      )}
      <DiscrepancyList
        discrepancies={openOnes}
        reasons={accepted}
        onReason={(id, reason) => setAccepted({ ...accepted, [id]: reason })}
      />
      {isCorrecting ? <CustomerFields form={form} idPrefix={ID} /> : null}
      <StepActions>
        {verify ? (
          <ActionButton state={verify} loading={verifying.isSending} onClick={() => void submit(true)}>
            {t('verify.confirm')}
          </ActionButton>
        ) : null}
        {verify?.allowed && isDirty ? (
          <Button variant="default" loading={verifying.isSending} onClick={() => void submit(false)}>
            {t('verify.saveOnly')}
          </Button>
        ) : null}
        {verify?.allowed && !isCorrecting ? (
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {t('verify.correct')}
          </Button>
        ) : null}
        {ask ? (
          <ActionButton
            variant="default"
            state={ask}
            loading={asking.isSending}
            onClick={() => asking.submit(null)}
          >
            {t('verify.ask')}
          </ActionButton>
        ) : null}
      </StepActions>
    </Stack>
  );
};
