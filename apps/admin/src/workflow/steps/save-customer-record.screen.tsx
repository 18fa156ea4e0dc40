import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { checkCustomer } from '../../customers/check-customer.ts';
import { CustomerFields, customerInputId } from '../../customers/customer-fields.tsx';
import {
  type CustomerField,
  type CustomerFormValues,
  customerToForm,
  customerToInput,
} from '../../customers/customer-form.ts';
import { useCustomerRows } from '../../customers/use-customer-rows.ts';
import { useUnsavedGuard } from '../../form/use-unsaved-guard.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DiffTable } from '../../ui/diff-table.tsx';
import { actionState } from '../action-state.ts';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { ConfirmCustomerRecord, SaveCustomerRecord } from './save-customer-record.graphql.ts';

const ID = 'record';

/** Stage one: fill in and save. Stage two: read the saved version back against the last confirmed one, and confirm exactly it. */
export const SaveCustomerRecordScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const { customer } = paymentCase;
  const newest = customer.versions.find(({ version }) => version === customer.savedVersion);
  const confirmed = customer.versions.find(({ version }) => version === customer.confirmedVersion);
  const [wantsToEdit, setEditing] = useState(false);
  // The machine may save the first version while this screen is open.
  const isEditing = wantsToEdit || newest === undefined;
  const form = useForm<CustomerFormValues>({ initialValues: customerToForm(customer.data) });
  const isDirty = isEditing && form.isDirty();
  useUnsavedGuard(isDirty);
  const saving = useCaseSubmission({
    paymentCase,
    isDirty,
    send: async (data: CustomerFormValues, command) =>
      (await execute(SaveCustomerRecord, { input: { ...command, data: customerToInput(data) } }))
        .saveCustomerRecord,
    done: t('record.saved'),
    onSuccess: () => {
      form.resetDirty();
      setEditing(false);
    },
  });
  const confirming = useCaseSubmission({
    paymentCase,
    send: async (version: number, command) =>
      (await execute(ConfirmCustomerRecord, { input: { ...command, version } })).confirmCustomerRecord,
    done: t('record.confirmed'),
  });
  const save = actionState(paymentCase, 'SAVE_CUSTOMER_RECORD');
  const confirm = actionState(paymentCase, 'CONFIRM_CUSTOMER_RECORD');
  const rows = useCustomerRows(confirmed?.data ?? null, newest?.data ?? customer.data);

  const onSave = async (): Promise<void> => {
    const problems = await checkCustomer(form.values);
    form.setErrors(
      Object.fromEntries(
        Object.entries(problems).map(([field, code]) => [field, t(`customerError.${code}`)]),
      ),
    );
    const [first] = Object.keys(problems);
    if (first) return document.getElementById(customerInputId(ID, first as CustomerField))?.focus();
    saving.submit(form.values);
  };
  const fields = Object.fromEntries(
    (Object.keys(form.values) as CustomerField[]).map((field) => [
      `data.${field}`,
      { label: t(`customerField.${field}`), inputId: customerInputId(ID, field) },
    ]),
  );
  if (isEditing) {
    return (
      <Stack gap="sm">
        <CaseFormMessages submission={saving} fields={fields} />
        <CustomerFields form={form} idPrefix={ID} />
        <StepActions>
          {save ? (
            <ActionButton state={save} loading={saving.isSending} onClick={() => void onSave()}>
              {t('record.save')}
            </ActionButton>
          ) : null}
          {newest ? (
            <Button variant="default" onClick={() => setEditing(false)}>
              {t('common.cancel')}
            </Button>
          ) : null}
        </StepActions>
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <CaseFormMessages submission={confirming} />
      <DiffTable
        rows={rows}
        before={confirmed ? t('record.confirmedVersion', { number: confirmed.version }) : null}
        after={t('record.savedVersion', { number: customer.savedVersion })}
      />
      <StepActions>
        {confirm ? (
          <ActionButton
            state={confirm}
            loading={confirming.isSending}
            onClick={() => confirming.submit(customer.savedVersion)}
          >
            {t('record.confirm', { number: customer.savedVersion })}
          </ActionButton>
        ) : null}
        {save?.allowed ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('record.edit')}
          </Button>
        ) : null}
      </StepActions>
    </Stack>
  );
};
