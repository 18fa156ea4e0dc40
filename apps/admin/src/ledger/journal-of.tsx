import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { useConnection } from '../table/use-connection.ts';
import { Failed } from '../ui/failed.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { Section } from '../ui/section.tsx';
import { EntryLines } from './entry-lines.tsx';
import classes from './journal-of.module.css';
import { JournalQuery } from './ledger.graphql.ts';

const PAGE = 20;

interface JournalOfProps {
  readonly caseId?: string;
  readonly paymentId?: string;
}

/** What was posted about a case or a payment, newest first; each account leads to its sheet. */
export const JournalOf = (which: JournalOfProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  const { rows, isLoading, loadMore, error, retry } = useConnection({
    queryKey: queryKeys.journal(which),
    load: async (after, signal) =>
      (await execute(JournalQuery, { ...which, first: PAGE, after }, signal)).journalEntries,
  });
  if (error) return <Failed error={error} onRetry={retry} />;
  return (
    <Section title={t('ledger.postedAbout')}>
      {isLoading ? <LoadingLines lines={3} /> : null}
      {!isLoading && rows.length === 0 ? <p className={classes.none}>{t('ledger.nothingPosted')}</p> : null}
      <ul className={classes.entries}>
        {rows.map(({ id, postedOn, purpose, lines }) => (
          <li key={id}>
            <div className={classes.head}>
              <span>{code('purpose', purpose)}</span>
              <span className={classes.day}>{format.day(postedOn)}</span>
            </div>
            <EntryLines lines={lines} />
          </li>
        ))}
      </ul>
      {loadMore ? (
        <Button variant="subtle" size="xs" onClick={loadMore}>
          {t('sheet.more')}
        </Button>
      ) : null}
    </Section>
  );
};
