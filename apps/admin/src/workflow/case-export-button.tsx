import { useTranslation } from 'react-i18next';
import type { CaseExportQuery as ExportData, PaymentCaseFilter, PaymentCaseOrder } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { useBusiness } from '../format/business-context.ts';
import { dayOf } from '../format/format-date.ts';
import type { Cell } from '../table/csv.ts';
import { ExportButton } from '../table/export-button.tsx';
import { CaseExportQuery } from './cases.graphql.ts';

const PAGE = 100;

type ExportRow = ExportData['paymentCases']['edges'][number]['node'];

const useCaseLines = () => {
  const { t } = useTranslation();
  const { timeZone } = useBusiness();
  const header = [
    t('tasks.case'),
    t('cases.customerNumber'),
    t('cases.customer'),
    t('cases.state'),
    t('cases.step'),
    t('cases.status'),
    t('cases.started'),
    t('cases.due'),
    t('cases.currency'),
    t('cases.amountDue'),
    t('case.amountReceived'),
    t('cases.amountAwaited'),
    t('case.reference'),
  ];
  const line = (row: ExportRow): readonly Cell[] => [
    row.number,
    row.customer.number ?? '',
    row.customer.name,
    t(`caseState.${row.state}`),
    row.currentStep ? t(`step.${row.currentStep}`) : '',
    t(`status.${row.moneyTrack.status}`),
    dayOf(new Date(row.createdAt), timeZone),
    row.dueOn,
    row.amountDue.currency,
    row.amountDue,
    row.amountReceived,
    row.amountAwaited,
    row.reference ?? '',
  ];
  return { header, line };
};

interface CaseExportButtonProps {
  readonly filter: PaymentCaseFilter;
  readonly orderBy: PaymentCaseOrder;
}

/** The filtered list as a file for a spreadsheet. */
export const CaseExportButton = ({ filter, orderBy }: CaseExportButtonProps) => {
  const { t } = useTranslation();
  const { header, line } = useCaseLines();
  return (
    <ExportButton
      name={t('cases.exportName')}
      header={header}
      line={line}
      load={async (after, signal) =>
        (await execute(CaseExportQuery, { filter, orderBy, first: PAGE, after }, signal)).paymentCases
      }
    />
  );
};
