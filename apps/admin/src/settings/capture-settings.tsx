import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureMode } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { Section } from '../ui/section.tsx';
import { SetCaptureMode } from './settings.graphql.ts';
import type { OrganizationSettings } from './settings-page.tsx';

const MODES = ['AUTOMATIC', 'MANUAL'] as const satisfies readonly CaptureMode[];

/** Whether the cards of new cases are charged at once, or reserved until step 6. */
export const CaptureSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  // The choice is seen at once; what holds is seen again when it was refused.
  const [wanted, setWanted] = useState<CaptureMode | null>(null);
  const switching = useSubmission({
    send: async (capture: CaptureMode, idempotencyKey) => {
      const input = { capture, expectedVersion: organization.workflow.number, idempotencyKey };
      return unwrap((await execute(SetCaptureMode, { input })).setCaptureMode);
    },
    stale: [queryKeys.organization()],
    onSuccess: () => notifications.show({ message: t('settings.saved'), color: 'teal', withBorder: true }),
  });
  return (
    <Section title={t('captures.title')}>
      <SubmissionError submission={switching} onReload={switching.reset} />
      <Radio.Group
        aria-label={t('captures.title')}
        description={t('captures.newCases')}
        value={switching.error || !wanted ? organization.workflow.capture : wanted}
        onChange={(next) => {
          const mode = MODES.find((one) => one === next);
          if (!mode) return;
          setWanted(mode);
          switching.submit(mode);
        }}
      >
        <Stack gap="sm" mt="sm">
          {MODES.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              disabled={switching.isSending}
              label={t(`captureMode.${mode}`)}
              description={t(`captureModeText.${mode}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
};
