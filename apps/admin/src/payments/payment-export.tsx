import { useTranslation } from 'react-i18next';
import type { PaymentFilter } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { useBusiness } from '../format/business-context.ts';
import { dayOf } from '../format/format-date.ts';
import type { Cell } from '../table/csv.ts';
import { ExportButton } from '../table/export-button.tsx';
import type { PaymentRow } from './payment-columns.tsx';
import { PaymentsQuery } from './payments.graphql.ts';

const PAGE = 100;

interface PaymentExportProps {
  readonly filter: PaymentFilter;
  /** How many there are, for the progress; null while they are counted. */
  readonly total: number | null;
}

/** The payments that were found as a file for a spreadsheet. */
export const PaymentExport = ({ filter, total }: PaymentExportProps) => {
  const { t } = useTranslation();
  const { timeZone } = useBusiness();
  const header = [
    t('payments.booked'),
    t('payments.valueOn'),
    t('cases.customerNumber'),
    t('cases.customer'),
    t('payments.payer'),
    t('tasks.case'),
    t('payments.method'),
    t('payments.reference'),
    t('cases.currency'),
    t('payments.amount'),
    t('payments.unassigned'),
  ];
  const line = ({ amount, ...row }: PaymentRow): readonly Cell[] => [
    dayOf(new Date(row.bookedAt), timeZone),
    row.valueOn,
    row.customer?.number ?? '',
    row.customer?.name ?? '',
    row.payer ?? '',
    row.case?.number ?? '',
    row.method ? t(`method.${row.method}`) : t(`paymentSource.${row.source}`),
    row.reference ?? '',
    amount.currency,
    amount,
    row.unassigned,
  ];
  return (
    <ExportButton
      name={t('payments.exportName')}
      header={header}
      line={line}
      load={async (after, signal) => ({
        totalCount: total ?? 0,
        ...(await execute(PaymentsQuery, { filter, first: PAGE, after }, signal)).payments,
      })}
    />
  );
};
