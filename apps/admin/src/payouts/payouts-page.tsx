import { IconBuildingBank } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutRowFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { type Column, DataTable } from '../table/data-table.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Amount } from '../ui/amount.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PayoutStateBadge } from './payout-state-badge.tsx';
import { PayoutsQuery } from './payouts.graphql.ts';
import classes from './payouts-page.module.css';
import { Proposal } from './proposal.tsx';

const PAGE = 50;

const usePayoutColumns = (): readonly Column<PayoutRowFragment>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('payouts.payout'),
        card: 'title',
        cell: ({ id, number }) => (
          <Link className="link" to={paths.payout} params={{ payoutId: id }}>
            {number}
          </Link>
        ),
      },
      {
        id: 'created',
        header: t('payouts.created'),
        card: 'left',
        cell: ({ proposedAt }) => format.instant(proposedAt),
      },
      {
        id: 'arrives',
        header: t('payouts.arrives'),
        cell: ({ arrivalOn }) => (arrivalOn ? format.day(arrivalOn) : '–'),
      },
      {
        id: 'state',
        header: t('payouts.state'),
        card: 'right',
        cell: ({ state }) => <PayoutStateBadge state={state} />,
      },
      { id: 'gross', header: t('payouts.gross'), align: 'right', cell: ({ gross }) => <Amount of={gross} /> },
      { id: 'fee', header: t('payouts.fee'), align: 'right', cell: ({ fee }) => <Amount of={fee} /> },
      {
        id: 'net',
        header: t('payouts.net'),
        align: 'right',
        card: 'figure',
        cell: ({ net }) => <Amount of={net} weight="strong" />,
      },
    ],
    [t, format],
  );
};

export const PayoutsPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = usePayoutColumns();
  const payouts = useConnection({
    queryKey: queryKeys.payouts(),
    load: async (after, signal) => (await execute(PayoutsQuery, { first: PAGE, after }, signal)).payouts,
  });
  return (
    <>
      <PageHeader title={t('payouts.title')} />
      <div className={classes.proposal}>
        <Proposal />
      </div>
      <div className="panel">
        <Toolbar
          count={
            payouts.total === null
              ? null
              : t('payouts.count', { count: payouts.total, shown: format.number(payouts.total) })
          }
        />
        {payouts.error ? (
          <Failed error={payouts.error} onRetry={payouts.retry} />
        ) : (
          <DataTable
            label={t('payouts.label')}
            rows={payouts.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ state }) => state}
            isLoading={payouts.isLoading}
            onEnd={payouts.loadMore}
            empty={
              <Empty icon={IconBuildingBank} title={t('payouts.none')}>
                {t('payouts.noneText')}
              </Empty>
            }
          />
        )}
      </div>
    </>
  );
};
