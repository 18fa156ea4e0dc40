import { Button } from '@mantine/core';
import { IconFileInvoice } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { CustomerFilter } from '../customers/customer-filter.tsx';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { compact, type Loose } from '../table/address.ts';
import { DataTable } from '../table/data-table.tsx';
import { DateRange } from '../table/date-range.tsx';
import { FilterSelect } from '../table/filter-select.tsx';
import { SearchInput } from '../table/search-input.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { NoMatch } from '../ui/no-match.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { InvoiceArchiveLink } from './invoice-archive-link.tsx';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { type InvoiceSearch, invoiceFilter, STANDINGS } from './invoice-search.ts';
import { InvoicesQuery } from './invoices.graphql.ts';

const PAGE = 50;

/** Every invoice with how it stands to its money. */
export const InvoicesPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const search = useSearch({ from: '/frame/invoices' });
  const navigate = useNavigate();
  const columns = useInvoiceColumns();
  const filter = invoiceFilter(search);
  const invoices = useConnection({
    queryKey: queryKeys.invoices(filter),
    load: async (after, signal) =>
      (await execute(InvoicesQuery, { filter, first: PAGE, after }, signal)).invoices,
  });
  const show = (next: InvoiceSearch): void =>
    void navigate({ to: paths.invoices, search: next, replace: true });
  const change = (next: Loose<InvoiceSearch>): void => show(compact<InvoiceSearch>({ ...search, ...next }));
  const empty =
    Object.keys(filter).length > 0 ? (
      <NoMatch icon={IconFileInvoice} title={t('invoices.noMatch')} onClear={() => show({})} />
    ) : (
      <Empty
        icon={IconFileInvoice}
        title={t('invoices.none')}
        action={
          <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.cases} />}>
            {t('payments.toCases')}
          </Button>
        }
      >
        {t('invoices.noneText')}
      </Empty>
    );
  return (
    <>
      <PageHeader title={t('invoices.title')} actions={<InvoiceArchiveLink search={search} />} />
      <div className="panel">
        <Toolbar
          count={
            invoices.total === null
              ? null
              : t('invoices.count', { count: invoices.total, shown: format.number(invoices.total) })
          }
        >
          <SearchInput
            value={search.q ?? ''}
            label={t('invoices.search')}
            onSearch={(q) => change({ q: q || undefined })}
          />
          <FilterSelect
            label={t('invoices.state')}
            width={120}
            value={search.standing}
            options={STANDINGS.map((value) => ({ value, label: t(`invoiceStanding.${value}`) }))}
            onChange={(standing) => change({ standing })}
          />
          <CustomerFilter value={search.customer} onChange={(customer) => change({ customer })} />
          <DateRange
            from={search.from}
            until={search.until}
            fromLabel={t('invoices.from')}
            untilLabel={t('invoices.until')}
            onChange={change}
          />
        </Toolbar>
        {invoices.error ? (
          <Failed error={invoices.error} onRetry={invoices.retry} />
        ) : (
          <DataTable
            label={t('invoices.label')}
            rows={invoices.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ standing }) => standing}
            isLoading={invoices.isLoading}
            onEnd={invoices.loadMore}
            empty={empty}
          />
        )}
      </div>
    </>
  );
};
