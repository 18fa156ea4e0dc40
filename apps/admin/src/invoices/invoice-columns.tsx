import { Anchor } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeXml } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRowFragment } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import type { Column } from '../table/data-table.tsx';
import { Amount } from '../ui/amount.tsx';
import { InvoiceStandingBadge } from './invoice-standing.tsx';

export const useInvoiceColumns = (): readonly Column<InvoiceRowFragment>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('invoices.number'),
        card: 'title',
        noWrap: true,
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
        noWrap: true,
        wide: true,
        cell: ({ issuedOn }) => (issuedOn ? format.day(issuedOn) : '–'),
      },
      {
        id: 'due',
        header: t('invoices.due'),
        noWrap: true,
        cell: ({ dueOn }) => (dueOn ? format.day(dueOn) : '–'),
      },
      {
        id: 'state',
        header: t('invoices.state'),
        card: 'right',
        cell: ({ standing }) => <InvoiceStandingBadge standing={standing} />,
      },
      {
        id: 'gross',
        header: t('invoices.gross'),
        align: 'right',
        card: 'figure',
        cell: ({ gross }) => <Amount of={gross} weight="strong" />,
      },
      {
        id: 'awaited',
        header: t('cases.amountAwaited'),
        wide: true,
        align: 'right',
        cell: ({ case: claim, standing }) =>
          standing === 'CANCELED' ? '–' : <Amount of={claim.amountAwaited} />,
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
      {
        id: 'xrechnung',
        header: t('invoices.xrechnung'),
        quietHeader: true,
        width: '3rem',
        wide: true,
        cell: ({ xrechnungUrl, number }) =>
          xrechnungUrl ? (
            <Anchor href={xrechnungUrl} download aria-label={`${t('invoices.xrechnung')}: ${number ?? ''}`}>
              <IconFileTypeXml size={18} stroke={1.6} aria-hidden />
            </Anchor>
          ) : null,
      },
    ],
    [t, format],
  );
};
