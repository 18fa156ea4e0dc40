import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkontoInput } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { SkontoFields } from '../invoices/skonto-fields.tsx';
import { skontoProblems, skontoToForm, skontoToInput } from '../invoices/skonto-form.ts';
import { Section } from '../ui/section.tsx';
import { UpdateOrganization } from './settings.graphql.ts';
import classes from './settings.module.css';
import type { OrganizationSettings } from './settings-page.tsx';

/** What customers may keep who transfer early, where a case says nothing else. */
export const SkontoSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [values, setValues] = useState(() => skontoToForm(organization.skonto, locale));
  const [wasTried, setTried] = useState(false);
  const problems = wasTried ? skontoProblems(values, locale) : [];
  const saving = useSubmission({
    send: async (skonto: SkontoInput | null) => {
      const input = { skonto, expectedVersion: organization.version };
      return unwrap((await execute(UpdateOrganization, { input })).updateOrganization);
    },
    stale: [queryKeys.organization(), queryKeys.viewer()],
    onSuccess: () => notifications.show({ message: t('settings.saved'), color: 'teal', withBorder: true }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (skontoProblems(values, locale).length === 0) saving.submit(skontoToInput(values, locale));
      }}
    >
      <Section title={t('skonto.title')}>
        <Stack gap="sm" align="flex-start">
          <SubmissionError submission={saving} onReload={saving.reset} />
          <p className={classes.dim}>{t('skonto.text')}</p>
          <SkontoFields
            idPrefix="business"
            values={values}
            errors={{
              skontoPercent: problems.includes('skontoPercent') ? t('skonto.invalidPercent') : undefined,
              skontoDays: problems.includes('skontoDays') ? t('skonto.invalidDays') : undefined,
            }}
            onChange={(change) => setValues({ ...values, ...change })}
          />
          <Button type="submit" variant="default" loading={saving.isSending}>
            {t('skonto.save')}
          </Button>
        </Stack>
      </Section>
    </form>
  );
};
