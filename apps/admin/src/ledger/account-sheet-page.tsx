import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { compact, type Loose } from '../table/address.ts';
import { DateRange } from '../table/date-range.tsx';
import { PrintButton } from '../table/print-button.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { usePrint } from '../table/use-print.ts';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AccountSheetQuery, SheetLinesQuery } from './account-sheet.graphql.ts';
import classes from './account-sheet-page.module.css';
import { SheetExport } from './sheet-export.tsx';
import type { SheetSearch } from './sheet-search.ts';
import { SheetTable } from './sheet-table.tsx';

const PAGE = 100;

/** The sheet of one account: what stood on it, what was posted and where that comes from, what stands on it now. */
export const AccountSheetPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { accountId } = useParams({ from: '/frame/ledger/$accountId' });
  const search = useSearch({ from: '/frame/ledger/$accountId' });
  const navigate = useNavigate();
  const asked = { accountId, ...search };
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.accountSheet(asked),
    queryFn: async ({ signal }) => (await execute(AccountSheetQuery, asked, signal)).ledgerAccountSheet,
    placeholderData: (before) => before,
  });
  const lines = useConnection({
    queryKey: queryKeys.sheetLines(asked),
    load: async (after, signal) => {
      const { ledgerAccountSheet: sheet } = await execute(
        SheetLinesQuery,
        { ...asked, first: PAGE, after },
        signal,
      );
      return sheet?.lines ?? { pageInfo: { hasNextPage: false }, edges: [] };
    },
  });
  const printing = usePrint(async (after, signal) => {
    const { ledgerAccountSheet: sheet } = await execute(
      SheetLinesQuery,
      { ...asked, first: PAGE, after },
      signal,
    );
    if (!sheet) throw new Error('The account has gone.');
    return { totalCount: sheet.lineCount, ...sheet.lines };
  });
  const failed = error ?? lines.error;
  if (failed) return <Failed error={failed} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingPage />;
  if (!data) return <NotFound />;
  const change = (next: Loose<SheetSearch>): void =>
    void navigate({
      to: paths.accountSheet,
      params: { accountId },
      search: compact<SheetSearch>({ ...search, ...next }),
      replace: true,
    });
  return (
    <>
      <PageHeader
        title={`${data.account.number} ${data.account.name}`}
        above={
          <Link className={classes.back} to={paths.ledger}>
            <IconArrowLeft size={14} aria-hidden /> {t('ledger.title')}
          </Link>
        }
        actions={
          <span className={classes.actions}>
            <SheetExport {...asked} number={data.account.number} />
            <PrintButton printing={printing} />
          </span>
        }
      />
      <div className={`panel ${classes.sheet}`}>
        <Toolbar count={t('sheet.count', { count: data.lineCount, shown: format.number(data.lineCount) })}>
          <DateRange
            from={search.from}
            until={search.until}
            fromLabel={t('sheet.from')}
            untilLabel={t('sheet.until')}
            onChange={change}
          />
          {data.currencies.length > 1 ? (
            <SegmentedControl
              size="xs"
              aria-label={t('cases.currency')}
              data={[...data.currencies]}
              value={data.currency}
              onChange={(currency) => change({ currency: isCurrency(currency) ? currency : undefined })}
            />
          ) : null}
        </Toolbar>
        <SheetTable
          sheet={data}
          lines={printing.rows ?? lines.rows}
          isWhole={printing.rows !== null || (!lines.isLoading && !lines.loadMore)}
        />
        {lines.loadMore ? (
          <div className={classes.more}>
            <Button variant="default" onClick={lines.loadMore}>
              {t('sheet.more')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
};
