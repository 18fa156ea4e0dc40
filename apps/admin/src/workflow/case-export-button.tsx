import { Button } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseExportQuery as ExportData, PaymentCaseFilter, PaymentCaseOrder } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { useBusiness } from '../format/business-context.ts';
import { dayOf } from '../format/format-date.ts';
import { useFormat } from '../format/use-format.ts';
import { type Cell, toCsv } from '../table/csv.ts';
import { readAllPages } from '../table/export-pages.ts';
import { saveFile } from '../table/save-file.ts';
import classes from './case-export-button.module.css';
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

type Progress = { readonly read: number; readonly total: number };

/** The filtered list as a file for a spreadsheet: amounts and words in the reader's language, ISO days. */
export const CaseExportButton = ({ filter, orderBy }: CaseExportButtonProps) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { today } = useBusiness();
  const { header, line } = useCaseLines();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    const leaving = new AbortController();
    running.current = leaving;
    setHasFailed(false);
    setProgress({ read: 0, total: 0 });
    try {
      const rows = await readAllPages({
        load: async (after) =>
          (await execute(CaseExportQuery, { filter, orderBy, first: PAGE, after }, leaving.signal))
            .paymentCases,
        onProgress: (read, total) => setProgress({ read, total }),
        signal: leaving.signal,
      });
      const text = toCsv([header, ...rows.map(line)], locale);
      saveFile(`${t('cases.exportName')}-${today}.csv`, 'text/csv;charset=utf-8', text);
    } catch {
      setHasFailed(!leaving.signal.aborted);
    } finally {
      setProgress(null);
    }
  };

  return (
    <>
      <span role="status" className={hasFailed ? undefined : 'sr-only'}>
        {hasFailed ? t('cases.exportFailed') : null}
      </span>
      {progress ? (
        <Button
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => running.current?.abort()}
        >
          {t('cases.exporting', progress)}
        </Button>
      ) : (
        <Button
          variant="default"
          className={classes.export}
          aria-label={t('cases.export')}
          onClick={() => void start()}
        >
          <IconDownload size={16} aria-hidden />
          <span className={classes.label}>{t('cases.export')}</span>
        </Button>
      )}
    </>
  );
};
