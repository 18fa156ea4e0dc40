import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BankImportsQuery as Imports } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { Section } from '../ui/section.tsx';
import { BankImportsQuery } from './bank.graphql.ts';
import classes from './bank.module.css';
import { FailedImport } from './failed-import.tsx';
import { RefusedImport } from './refused-import.tsx';

type Import = Imports['bankImports']['edges'][number]['node'];

const isRunning = ({ state }: Import): boolean => state === 'WAITING' || state === 'MATCHING';

/** Between two events of the log the bar moves as well. */
const POLL_MS = 1_000;

const Outcome = ({ of }: { of: Import }) => {
  const { t } = useTranslation();
  const { state, added, known, transactions, credits, looked, matched, refusal, fileName, id, documentId } =
    of;
  if (refusal) return <RefusedImport documentId={documentId} fileName={fileName} refusal={refusal} />;
  if (state === 'FAILED') return <FailedImport importId={id} />;
  if (state === 'WAITING') return <span className={classes.dim}>{t('bank.reading')}</span>;
  if (state === 'MATCHING')
    return (
      <>
        <span className={classes.dim}>{t('bank.looking', { looked, credits })}</span>
        <Progress
          value={credits > 0 ? (100 * looked) / credits : 100}
          size="sm"
          aria-label={t('bank.progress', { name: fileName })}
        />
      </>
    );
  return (
    <span>
      {t('bank.outcome', { transactions, added, credits, matched })}
      {known > 0 ? ` · ${t('bank.known', { count: known })}` : null}
    </span>
  );
};

/** The files that were brought last, with how far they are: who has left comes back to them. */
export const ImportList = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: queryKeys.bankImports(),
    queryFn: async ({ signal }) => (await execute(BankImportsQuery, {}, signal)).bankImports,
    refetchInterval: ({ state }) => (state.data?.edges.some(({ node }) => isRunning(node)) ? POLL_MS : false),
  });
  if (!data || data.edges.length === 0) return null;
  return (
    <Section title={t('bank.imports')}>
      <ul className={classes.list} aria-live="polite">
        {data.edges.map(({ node }) => (
          <li key={node.id} className={classes.import}>
            <div>
              <strong>{node.fileName}</strong>
              <span className={classes.dim}>
                {[format.instant(node.createdAt), node.createdBy.name].filter(Boolean).join(' · ')}
              </span>
            </div>
            <Outcome of={node} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
