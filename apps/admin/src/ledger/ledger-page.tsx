import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalQuery as JournalData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { type Column, DataTable } from '../table/data-table.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { AccountList } from './account-list.tsx';
import { BooksState } from './books-state.tsx';
import { CheckBooksButton } from './check-books-button.tsx';
import { EntryLines } from './entry-lines.tsx';
import { AccountsQuery, JournalQuery } from './ledger.graphql.ts';
import classes from './ledger-page.module.css';

const PAGE = 50;

type Entry = JournalData['journalEntries']['edges'][number]['node'];

const useEntryColumns = (): readonly Column<Entry>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  return useMemo(
    () => [
      {
        id: 'posted',
        header: t('ledger.posted'),
        width: '7rem',
        card: 'figure',
        cell: ({ postedOn }) => format.day(postedOn),
      },
      {
        id: 'entry',
        header: t('ledger.entry'),
        width: '12rem',
        card: 'title',
        cell: (entry) => (
          <span className={classes.entry}>
            <span>{code('purpose', entry.purpose)}</span>
            {entry.case ? (
              <Link className={classes.case} to={paths.case} params={{ caseId: entry.case.id }}>
                {entry.case.number} {entry.case.customer.name}
              </Link>
            ) : null}
          </span>
        ),
      },
      {
        id: 'lines',
        header: t('ledger.lines'),
        card: 'wide',
        cell: ({ lines }) => <EntryLines lines={lines} />,
      },
    ],
    [t, format, code],
  );
};

/** The permanent books: every account with its balance, every entry with its document. */
export const LedgerPage = () => {
  const { t } = useTranslation();
  const { role } = useSession();
  const { account } = useSearch({ from: '/frame/ledger' });
  const navigate = useNavigate();
  const columns = useEntryColumns();
  const accounts = useQuery({
    queryKey: queryKeys.accounts(),
    queryFn: async ({ signal }) => (await execute(AccountsQuery, {}, signal)).ledgerAccounts,
  });
  const journal = useConnection({
    queryKey: queryKeys.journal({ account: account ?? null }),
    load: async (after, signal) =>
      (await execute(JournalQuery, { accountId: account ?? null, first: PAGE, after }, signal))
        .journalEntries,
  });
  const error = accounts.error ?? journal.error;
  if (error) return <Failed error={error} onRetry={journal.retry} />;
  return (
    <>
      <PageHeader title={t('ledger.title')} actions={role === 'OWNER' ? <CheckBooksButton /> : null} />
      <BooksState />
      <div className={classes.columns}>
        <Section title={t('ledger.accounts')}>
          <AccountList
            accounts={accounts.data ?? null}
            chosen={account ?? null}
            onChoose={(id) =>
              void navigate({ to: paths.ledger, search: id ? { account: id } : {}, replace: true })
            }
          />
        </Section>
        <Section
          title={t('ledger.journal')}
          flush
          aside={
            <span className={classes.count}>
              {account ? (
                <Link className="link" to={paths.accountSheet} params={{ accountId: account }}>
                  {t('sheet.open')}
                </Link>
              ) : null}
              {journal.total === null
                ? null
                : t('ledger.count', { count: journal.total, shown: String(journal.total) })}
            </span>
          }
        >
          <DataTable
            label={t('ledger.journal')}
            rows={journal.rows}
            columns={columns}
            rowKey={({ id }) => id}
            isLoading={journal.isLoading}
            onEnd={journal.loadMore}
            empty={
              <Empty icon={IconBook2} title={t('ledger.none')}>
                {t('ledger.noneText')}
              </Empty>
            }
          />
        </Section>
      </div>
    </>
  );
};
