import { Box, Radio, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartOfAccounts } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { ChooseChartOfAccounts } from './chart.graphql.ts';

export const CHARTS = ['SKR03', 'SKR04'] as const satisfies readonly ChartOfAccounts[];

interface ChartChoiceProps {
  readonly current: ChartOfAccounts;
  readonly isOwner: boolean;
}

/** By which chart accounts are numbered; tells which ones keep a number that somebody has chosen. */
export const ChartChoice = ({ current, isOwner }: ChartChoiceProps) => {
  const { t } = useTranslation();
  const [kept, setKept] = useState<readonly string[] | null>(null);
  const choosing = useSubmission({
    send: async (chart: ChartOfAccounts, idempotencyKey) =>
      unwrap(
        (await execute(ChooseChartOfAccounts, { input: { chart, idempotencyKey } })).chooseChartOfAccounts,
      ),
    stale: [queryKeys.organization(), [queryKeys.accounts()[0]]],
    onSuccess: ({ keptAccounts }) => setKept(keptAccounts.map(({ number, name }) => `${number} ${name}`)),
  });
  return (
    <Section title={t('chart.which')}>
      <SubmissionError submission={choosing} />
      <Radio.Group
        aria-label={t('chart.which')}
        description={t('chart.whichText')}
        value={current}
        onChange={(next) => {
          const chart = CHARTS.find((one) => one === next);
          if (chart && chart !== current) choosing.submit(chart);
        }}
      >
        <Stack gap="sm" mt="sm">
          {CHARTS.map((chart) => (
            <Radio
              key={chart}
              value={chart}
              label={chart}
              description={t(`chartText.${chart}`)}
              disabled={!isOwner || choosing.isSending}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Box role="status" mt={kept ? 'sm' : 0}>
        {kept ? (
          <Note tone={kept.length > 0 ? 'warn' : 'ok'} icon={IconInfoCircle}>
            {kept.length > 0 ? t('chart.kept', { accounts: kept.join(', ') }) : t('chart.allRenumbered')}
          </Note>
        ) : null}
      </Box>
    </Section>
  );
};
