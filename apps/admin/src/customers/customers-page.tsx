import {
  type Icon,
  IconCircleCheck,
  IconCircleDashed,
  IconGitMerge,
  IconLock,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerState, CustomersQuery as CustomersData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { type Column, DataTable } from '../table/data-table.tsx';
import { SearchInput } from '../table/search-input.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { CustomersQuery } from './customers.graphql.ts';
import classes from './customers-page.module.css';

const PAGE = 50;

type CustomerRow = CustomersData['customers']['edges'][number]['node'];

const LOOK: Record<CustomerState, readonly [Tone, Icon]> = {
  DRAFT: ['idle', IconCircleDashed],
  CONFIRMED: ['ok', IconCircleCheck],
  MERGED: ['idle', IconGitMerge],
  RESTRICTED: ['warn', IconLock],
};

export const CustomerStateBadge = ({ state }: { state: CustomerState }) => {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={LOOK[state][0]} icon={LOOK[state][1]}>
      {t(`customerState.${state}`)}
    </ToneBadge>
  );
};

const useCustomerColumns = (): readonly Column<CustomerRow>[] => {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('customers.name'),
        card: 'title',
        cell: ({ id, name }) => (
          <Link className="link" to={paths.customer} params={{ customerId: id }}>
            {name || t('common.notSet')}
          </Link>
        ),
      },
      {
        id: 'number',
        header: t('customers.number'),
        noWrap: true,
        card: 'figure',
        cell: ({ number }) => number ?? <span className={classes.dim}>–</span>,
      },
      {
        id: 'email',
        header: t('customerField.email'),
        card: 'left',
        cell: ({ data }) => data.email ?? <span className={classes.dim}>–</span>,
      },
      {
        id: 'city',
        header: t('customers.place'),
        wide: true,
        cell: ({ data }) => data.city ?? <span className={classes.dim}>–</span>,
      },
      {
        id: 'state',
        header: t('customers.state'),
        card: 'right',
        cell: ({ state }) => <CustomerStateBadge state={state} />,
      },
    ],
    [t],
  );
};

export const CustomersPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { q } = useSearch({ from: '/frame/customers' });
  const navigate = useNavigate();
  const columns = useCustomerColumns();
  const customers = useConnection({
    queryKey: queryKeys.customers({ search: q ?? null }),
    load: async (after, signal) =>
      (await execute(CustomersQuery, { search: q ?? null, first: PAGE, after }, signal)).customers,
  });
  return (
    <>
      <PageHeader title={t('customers.title')} />
      <div className="panel">
        <Toolbar
          count={
            customers.total === null
              ? null
              : t('customers.count', { count: customers.total, shown: format.number(customers.total) })
          }
        >
          <SearchInput
            value={q ?? ''}
            label={t('customers.search')}
            onSearch={(text) =>
              void navigate({ to: paths.customers, search: text ? { q: text } : {}, replace: true })
            }
          />
        </Toolbar>
        {customers.error ? (
          <Failed error={customers.error} onRetry={customers.retry} />
        ) : (
          <DataTable
            label={t('customers.label')}
            rows={customers.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ version, state }) => `${version}/${state}`}
            isLoading={customers.isLoading}
            onEnd={customers.loadMore}
            empty={
              <Empty icon={IconUsers} title={q ? t('customers.noMatch') : t('customers.none')}>
                {q ? t('customers.noMatchText') : t('customers.noneText')}
              </Empty>
            }
          />
        )}
      </div>
    </>
  );
};
