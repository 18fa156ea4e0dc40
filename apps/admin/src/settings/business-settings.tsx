import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useUnsavedGuard } from '../form/use-unsaved-guard.ts';
import { Section } from '../ui/section.tsx';
import { BankFields, businessInputId, IdentityFields } from './business-fields.tsx';
import {
  type BusinessField,
  type BusinessValues,
  businessToForm,
  businessToInput,
  EMPTY_BUSINESS,
} from './business-form.ts';
import { UpdateOrganization } from './settings.graphql.ts';
import classes from './settings.module.css';
import type { OrganizationSettings } from './settings-page.tsx';

/** Name, address, tax numbers and bank account, as they stand on invoices from now on. */
export const BusinessSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  const form = useForm<BusinessValues>({ initialValues: businessToForm(organization) });
  // The version this form was opened on: who saves later is told, not overwritten.
  const [openedOn, setOpenedOn] = useState(organization.version);
  useUnsavedGuard(form.isDirty());
  const saving = useSubmission({
    send: async (values: BusinessValues) =>
      unwrap(
        (
          await execute(UpdateOrganization, {
            input: { ...businessToInput(values), expectedVersion: openedOn },
          })
        ).updateOrganization,
      ),
    stale: [queryKeys.organization(), queryKeys.viewer()],
    onSuccess: ({ organization: { version } }) => {
      setOpenedOn(version);
      form.resetDirty();
      notifications.show({ message: t('settings.saved'), color: 'teal', withBorder: true });
    },
  });
  const fields = Object.fromEntries(
    (Object.keys(EMPTY_BUSINESS) as BusinessField[]).map((field) => [
      field,
      { label: t(`businessField.${field}`), inputId: businessInputId(field) },
    ]),
  );
  return (
    <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => saving.submit(values))}>
      <SubmissionError
        submission={saving}
        fields={fields}
        onReload={() => {
          setOpenedOn(organization.version);
          form.setValues(businessToForm(organization));
          saving.reset();
        }}
      />
      <Section title={t('settings.business')}>
        <Stack gap="sm">
          <IdentityFields form={form} />
        </Stack>
      </Section>
      <Section title={t('newBusiness.stepBank')}>
        <Stack gap="sm">
          <BankFields form={form} />
        </Stack>
      </Section>
      <div>
        <Button type="submit" loading={saving.isSending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
};
