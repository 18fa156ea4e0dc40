import { Button } from '@mantine/core';
import { IconCashBanknote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { PoolNote } from '../bank/pool-note.tsx';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { compact, type Loose } from '../table/address.ts';
import { DataTable } from '../table/data-table.tsx';
import { PrintButton } from '../table/print-button.tsx';
import { PrintTable } from '../table/print-table.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { usePrint } from '../table/use-print.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { NoMatch } from '../ui/no-match.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { usePaymentColumns } from './payment-columns.tsx';
import { PaymentExport } from './payment-export.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import { type PaymentSearch, paymentFilter } from './payment-search.ts';
import { PaymentCountQuery, PaymentsQuery } from './payments.graphql.ts';
import classes from './payments-page.module.css';

const PAGE = 50;

/** Every payment that has arrived and how to find one: from whom, for which case, and what of it lies unassigned. */
export const PaymentsPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const search = useSearch({ from: '/frame/payments' });
  const navigate = useNavigate();
  const columns = usePaymentColumns();
  const filter = paymentFilter(search);
  const payments = useConnection({
    queryKey: queryKeys.payments(filter),
    load: async (after, signal) =>
      (await execute(PaymentsQuery, { filter, first: PAGE, after }, signal)).payments,
  });
  const { data: total = null } = useQuery({
    queryKey: queryKeys.payments({ ...filter, counted: true }),
    queryFn: async ({ signal }) => (await execute(PaymentCountQuery, { filter }, signal)).payments.totalCount,
  });
  const printing = usePrint(async (after, signal) => ({
    totalCount: total ?? 0,
    ...(await execute(PaymentsQuery, { filter, first: 100, after }, signal)).payments,
  }));
  const show = (next: PaymentSearch): void =>
    void navigate({ to: paths.payments, search: next, replace: true });
  const change = (next: Loose<PaymentSearch>): void => show(compact<PaymentSearch>({ ...search, ...next }));
  const empty =
    Object.keys(filter).length > 0 ? (
      <NoMatch icon={IconCashBanknote} title={t('payments.noMatch')} onClear={() => show({})} />
    ) : (
      <Empty
        icon={IconCashBanknote}
        title={t('payments.none')}
        action={
          <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.cases} />}>
            {t('payments.toCases')}
          </Button>
        }
      >
        {t('payments.noneText')}
      </Empty>
    );
  return (
    <>
      <PageHeader
        title={t('payments.title')}
        actions={
          <span className={classes.actions}>
            <PaymentExport filter={filter} total={total} />
            <PrintButton printing={printing} />
          </span>
        }
      />
      {search.unassigned ? <PoolNote /> : null}
      <div className="panel">
        <Toolbar
          count={total === null ? null : t('payments.count', { count: total, shown: format.number(total) })}
        >
          <PaymentFilters search={search} onChange={change} />
        </Toolbar>
        {payments.error ? (
          <Failed error={payments.error} onRetry={payments.retry} />
        ) : printing.rows ? (
          <PrintTable
            label={t('payments.label')}
            rows={printing.rows}
            columns={columns}
            rowKey={({ id }) => id}
          />
        ) : (
          <DataTable
            label={t('payments.label')}
            rows={payments.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ unassigned }) => unassigned.minor}
            isLoading={payments.isLoading}
            onEnd={payments.loadMore}
            empty={empty}
          />
        )}
      </div>
    </>
  );
};
