import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateOrganizationInput } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { Section } from '../ui/section.tsx';
import { UpdateOrganization } from './settings.graphql.ts';
import type { OrganizationSettings } from './settings-page.tsx';

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description: string;
}

interface OrganizationChoiceProps<Value> {
  readonly organization: OrganizationSettings;
  readonly title: string;
  readonly options: readonly Option<Value>[];
  /** What holds now. */
  readonly current: Value;
  readonly inputOf: (value: Value) => Partial<UpdateOrganizationInput>;
}

/** One of several ways in which the business works; choosing one is saving it. */
export const OrganizationChoice = <Value extends string>(props: OrganizationChoiceProps<Value>) => {
  const { organization, title, options, current, inputOf } = props;
  const { t } = useTranslation();
  // The choice is seen at once; what holds is seen again when it was refused.
  const [wanted, setWanted] = useState<Value | null>(null);
  const switching = useSubmission({
    send: async (value: Value) => {
      const input = { ...inputOf(value), expectedVersion: organization.version };
      return unwrap((await execute(UpdateOrganization, { input })).updateOrganization);
    },
    stale: [queryKeys.organization(), [queryKeys.payouts()[0]]],
    onSuccess: () => notifications.show({ message: t('settings.saved'), color: 'teal', withBorder: true }),
  });
  return (
    <Section title={title}>
      <SubmissionError submission={switching} onReload={switching.reset} />
      <Radio.Group
        aria-label={title}
        value={switching.error || !wanted ? current : wanted}
        onChange={(next) => {
          const chosen = options.find(({ value }) => value === next)?.value;
          if (!chosen) return;
          setWanted(chosen);
          switching.submit(chosen);
        }}
      >
        <Stack gap="sm">
          {options.map((option) => (
            <Radio key={option.value} {...option} disabled={switching.isSending} />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
};
