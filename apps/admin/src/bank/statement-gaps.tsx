import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StatementGapsQuery as Gaps } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { Note } from '../ui/note.tsx';
import { StatementGapsQuery } from './bank.graphql.ts';
import classes from './bank.module.css';

type Gap = Gaps['statementGaps'][number];

/** Says where statements of the bank are missing: what stands on them is in nobody's books. */
export const StatementGaps = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: queryKeys.statementGaps(),
    queryFn: async ({ signal }) => (await execute(StatementGapsQuery, {}, signal)).statementGaps,
  });
  if (!data || data.length === 0) return null;
  const sentence = (gap: Gap): string =>
    gap.kind === 'BALANCE'
      ? t('bank.gapBalance', {
          from: format.day(gap.closedOn),
          until: format.day(gap.nextClosedOn),
          closing: format.money(gap.closing),
          opening: format.money(gap.nextOpening),
        })
      : t('bank.gapSequence', {
          from: format.day(gap.closedOn),
          until: format.day(gap.nextClosedOn),
          last: gap.lastSequence ?? '',
          next: gap.nextSequence ?? '',
        });
  return (
    <Note tone="warn" icon={IconAlertTriangle} title={t('bank.gaps', { count: data.length })}>
      <ul className={classes.list}>
        {data.map((gap) => (
          <li key={`${gap.closedOn} ${gap.nextClosedOn} ${gap.nextOpening.minor}`}>{sentence(gap)}</li>
        ))}
      </ul>
    </Note>
  );
};
