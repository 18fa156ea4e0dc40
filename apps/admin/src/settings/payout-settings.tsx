import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutMode } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { Section } from '../ui/section.tsx';
import { UpdateOrganization } from './settings.graphql.ts';
import type { OrganizationSettings } from './settings-page.tsx';

const MODES = ['AUTOMATIC', 'MANUAL'] as const satisfies readonly PayoutMode[];

/** Whether released money leaves on the provider's schedule or by two people's decision. */
export const PayoutSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  // The choice is seen at once; what holds is seen again when it was refused.
  const [wanted, setWanted] = useState<PayoutMode | null>(null);
  const switching = useSubmission({
    send: async (payoutMode: PayoutMode) =>
      unwrap(
        (await execute(UpdateOrganization, { input: { payoutMode, expectedVersion: organization.version } }))
          .updateOrganization,
      ),
    stale: [queryKeys.organization(), [queryKeys.payouts()[0]]],
    onSuccess: () => notifications.show({ message: t('settings.saved'), color: 'teal', withBorder: true }),
  });
  return (
    <Section title={t('payouts.title')}>
      <SubmissionError submission={switching} onReload={switching.reset} />
      <Radio.Group
        aria-label={t('payouts.title')}
        value={switching.error || !wanted ? organization.payoutMode : wanted}
        onChange={(next) => {
          const mode = MODES.find((one) => one === next);
          if (!mode) return;
          setWanted(mode);
          switching.submit(mode);
        }}
      >
        <Stack gap="sm">
          {MODES.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              disabled={switching.isSending}
              label={t(`payoutMode.${mode}`)}
              description={t(`payoutModeText.${mode}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
};
