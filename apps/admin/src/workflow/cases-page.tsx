import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { compact, type Loose } from '../table/address.ts';
import { DataTable } from '../table/data-table.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { NoMatch } from '../ui/no-match.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { CaseBoard } from './case-board.tsx';
import { caseVersion, useCaseColumns } from './case-columns.tsx';
import { CaseExportButton } from './case-export-button.tsx';
import { CaseFilters } from './case-filters.tsx';
import { type CaseSearch, caseFilter } from './case-search.ts';
import { CasesQuery } from './cases.graphql.ts';
import classes from './cases-page.module.css';

const PAGE = 50;

const NewCaseButton = () => {
  const { t } = useTranslation();
  const { role } = useSession();
  if (role === 'ADVISER') return null;
  return (
    <Button
      renderRoot={(props) => <Link {...props} to={paths.newCase} />}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('cases.new')}
    </Button>
  );
};

/** All cases: filtered by the address, live, as a table or as a board by step. */
export const CasesPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const search = useSearch({ from: '/frame/cases' });
  const navigate = useNavigate();
  const { memberId } = useSession();
  const { today } = useBusiness();
  const columns = useCaseColumns();
  const filter = caseFilter(search, memberId, today);
  const orderBy = search.order ?? 'NEWEST';
  const cases = useConnection({
    queryKey: queryKeys.cases({ filter, orderBy }),
    load: async (after, signal) =>
      (await execute(CasesQuery, { filter, orderBy, first: PAGE, after }, signal)).paymentCases,
  });
  const change = (next: Loose<CaseSearch>): void =>
    void navigate({ to: paths.cases, search: compact<CaseSearch>({ ...search, ...next }), replace: true });
  const isFiltered = Object.keys(filter).length > 0;
  const empty = isFiltered ? (
    <NoMatch
      icon={IconArrowsExchange}
      title={t('cases.noMatch')}
      onClear={() => void navigate({ to: paths.cases, search: {} })}
    />
  ) : (
    <Empty icon={IconArrowsExchange} title={t('cases.none')} action={<NewCaseButton />}>
      {t('cases.noneText')}
    </Empty>
  );
  return (
    <>
      <PageHeader
        title={t('cases.title')}
        beside={
          <span className={classes.count}>
            {cases.total === null
              ? null
              : t('cases.count', { count: cases.total, shown: format.number(cases.total) })}
          </span>
        }
        actions={
          <>
            <SegmentedControl
              aria-label={t('cases.view')}
              value={search.view ?? 'table'}
              onChange={(view) => change({ view: view === 'board' ? 'board' : undefined })}
              data={[
                { value: 'table', label: t('cases.table') },
                { value: 'board', label: t('cases.board') },
              ]}
            />
            {cases.total ? <CaseExportButton filter={filter} orderBy={orderBy} /> : null}
            <NewCaseButton />
          </>
        }
      />
      <div className="panel">
        <CaseFilters search={search} onChange={change} />
        {cases.error ? (
          <Failed error={cases.error} onRetry={cases.retry} />
        ) : search.view === 'board' ? (
          <CaseBoard cases={cases.rows} isLoading={cases.isLoading} empty={empty} onMore={cases.loadMore} />
        ) : (
          <DataTable
            label={t('cases.label')}
            rows={cases.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={caseVersion}
            isLoading={cases.isLoading}
            onEnd={cases.loadMore}
            empty={empty}
          />
        )}
      </div>
    </>
  );
};
