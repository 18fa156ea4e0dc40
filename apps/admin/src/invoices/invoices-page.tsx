import { Anchor } from '@mantine/core';
import {
  type Icon,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconFileInvoice,
  IconFileTypePdf,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRowFragment, InvoiceState } from '#gql/graphql';
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
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { InvoicesQuery } from './invoices.graphql.ts';

const PAGE = 50;

const LOOK: Record<InvoiceState, readonly [Tone, Icon]> = {
  DRAFT: ['idle', IconCircleDashed],
  ISSUED: ['ok', IconCircleCheck],
  CANCELED: ['idle', IconBan],
};

export const InvoiceStateBadge = ({ state }: { state: InvoiceState }) => {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={LOOK[state][0]} icon={LOOK[state][1]}>
      {t(`invoiceState.${state}`)}
    </ToneBadge>
  );
};

const useInvoiceColumns = (): readonly Column<InvoiceRowFragment>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('invoices.number'),
        card: 'title',
        cell: ({ id, number, kind }) => (
          <Link className="link" to={paths.invoice} params={{ invoiceId: id }}>
            {t(`invoiceKind.${kind}`)} {number}
          </Link>
        ),
      },
      { id: 'customer', header: t('invoices.customer'), card: 'left', cell: ({ customer }) => customer.name },
      {
        id: 'issued',
        header: t('invoices.issued'),
        cell: ({ issuedOn }) => (issuedOn ? format.day(issuedOn) : '–'),
      },
      { id: 'due', header: t('invoices.due'), cell: ({ dueOn }) => (dueOn ? format.day(dueOn) : '–') },
      {
        id: 'state',
        header: t('invoices.state'),
        card: 'right',
        cell: ({ state }) => <InvoiceStateBadge state={state} />,
      },
      {
        id: 'gross',
        header: t('invoices.gross'),
        align: 'right',
        card: 'figure',
        cell: ({ gross }) => <Amount of={gross} weight="strong" />,
      },
      {
        id: 'pdf',
        header: t('invoices.pdf'),
        quietHeader: true,
        width: '3rem',
        cell: ({ pdfUrl, number }) =>
          pdfUrl ? (
            <Anchor
              href={pdfUrl}
              target="_blank"
              rel="noreferrer"
              aria-label={`${t('invoices.pdf')}: ${number ?? ''}`}
            >
              <IconFileTypePdf size={18} stroke={1.6} aria-hidden />
            </Anchor>
          ) : null,
      },
    ],
    [t, format],
  );
};

export const InvoicesPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useInvoiceColumns();
  const invoices = useConnection({
    queryKey: queryKeys.invoices(),
    load: async (after, signal) => (await execute(InvoicesQuery, { first: PAGE, after }, signal)).invoices,
  });
  return (
    <>
      <PageHeader title={t('invoices.title')} />
      <div className="panel">
        <Toolbar
          count={
            invoices.total === null
              ? null
              : t('invoices.count', { count: invoices.total, shown: format.number(invoices.total) })
          }
        />
        {invoices.error ? (
          <Failed error={invoices.error} onRetry={invoices.retry} />
        ) : (
          <DataTable
            label={t('invoices.label')}
            rows={invoices.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ state }) => state}
            isLoading={invoices.isLoading}
            onEnd={invoices.loadMore}
            empty={
              <Empty icon={IconFileInvoice} title={t('invoices.none')}>
                {t('invoices.noneText')}
              </Empty>
            }
          />
        )}
      </div>
    </>
  );
};
