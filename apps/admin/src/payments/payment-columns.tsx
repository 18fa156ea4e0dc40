import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentsQuery as PaymentsData } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import type { Column } from '../table/data-table.tsx';
import { Amount } from '../ui/amount.tsx';
import classes from './payment-columns.module.css';

export type PaymentRow = PaymentsData['payments']['edges'][number]['node'];

/** Who paid, by the name of the customer; the payer beside it when it is somebody else. */
const Payer = ({ payment: { case: claim, customer, payer } }: { payment: PaymentRow }) => {
  const { t } = useTranslation();
  const name = customer?.name ?? payer ?? t('payments.unknownPayer');
  return (
    <span className={classes.who}>
      {claim ? (
        <Link className="link" to={paths.case} params={{ caseId: claim.id }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {claim ? <span className={classes.number}>{claim.number}</span> : null}
    </span>
  );
};

export const usePaymentColumns = (): readonly Column<PaymentRow>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'payer',
        header: t('payments.payer'),
        card: 'title',
        cell: (payment) => <Payer payment={payment} />,
      },
      {
        id: 'booked',
        header: t('payments.booked'),
        width: '10rem',
        card: 'left',
        noWrap: true,
        cell: ({ bookedAt }) => format.instant(bookedAt),
      },
      {
        id: 'method',
        header: t('payments.method'),
        width: '10rem',
        cell: ({ method, source }) => (method ? t(`method.${method}`) : t(`paymentSource.${source}`)),
      },
      {
        id: 'reference',
        header: t('payments.reference'),
        wide: true,
        cell: ({ reference }) => reference ?? '–',
      },
      {
        id: 'amount',
        header: t('payments.amount'),
        align: 'right',
        card: 'figure',
        width: '8rem',
        cell: ({ id, amount }) => (
          <Link className="link" to={paths.payment} params={{ paymentId: id }}>
            <Amount of={amount} weight="strong" />
          </Link>
        ),
      },
      {
        id: 'unassigned',
        header: t('payments.unassigned'),
        align: 'right',
        width: '9rem',
        card: 'right',
        cell: ({ unassigned }) =>
          unassigned.minor === '0' ? <span className={classes.none}>–</span> : <Amount of={unassigned} />,
      },
    ],
    [t, format],
  );
};
