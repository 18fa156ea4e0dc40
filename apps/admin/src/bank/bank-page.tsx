import { Button } from '@mantine/core';
import { IconAlertCircle, IconPigMoney } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { UploadRefused } from '../attachments/upload-file.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session.ts';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { BankPoolQuery, BankPoolTotalQuery } from './bank.graphql.ts';
import classes from './bank.module.css';
import { DifferenceList } from './difference-list.tsx';
import { ImportButton } from './import-button.tsx';
import { ImportList } from './import-list.tsx';
import { OtherReceiptList } from './other-receipt-list.tsx';
import { PoolEntry } from './pool-entry.tsx';
import { StatementGaps } from './statement-gaps.tsx';
import { useStatementImport } from './use-statement-import.ts';

const PAGE = 20;

/** Statements of the bank, what they have brought, and the money that belongs to nobody yet. */
export const BankPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { role } = useSession();
  const mayAssign = role !== 'ADVISER';
  const statement = useStatementImport();
  const { data: pool } = useQuery({
    queryKey: queryKeys.bankPool({ total: true }),
    queryFn: async ({ signal }) => (await execute(BankPoolTotalQuery, {}, signal)).bankPool,
  });
  const credits = useConnection({
    queryKey: queryKeys.bankPool(),
    load: async (after, signal) =>
      (await execute(BankPoolQuery, { first: PAGE, after }, signal)).bankTransactions,
  });
  const button = <ImportButton isSending={statement.share !== null} onFile={statement.bring} />;
  return (
    <>
      <PageHeader title={t('bank.title')} actions={mayAssign ? button : null} />
      {statement.error ? <ImportProblem error={statement.error} /> : null}
      <div className={classes.sections}>
        <StatementGaps />
        <ImportList />
        <DifferenceList mayDecide={mayAssign} />
        <Section
          title={t('bank.pool')}
          aside={
            pool ? (
              <span className={classes.dim}>
                {t('bank.poolTotal', { count: pool.count, total: format.money(pool.total) })}
              </span>
            ) : null
          }
        >
          {credits.error ? (
            <Failed error={credits.error} onRetry={credits.retry} />
          ) : !credits.isLoading && credits.rows.length === 0 ? (
            <Empty icon={IconPigMoney} title={t('bank.poolEmpty')}>
              {t('bank.poolEmptyText')}
            </Empty>
          ) : (
            <ul className={classes.list} aria-label={t('bank.pool')}>
              {credits.rows.map((transaction) => (
                <PoolEntry key={transaction.id} transaction={transaction} mayAssign={mayAssign} />
              ))}
            </ul>
          )}
          {credits.loadMore ? (
            <Button variant="default" onClick={credits.loadMore}>
              {t('bank.more')}
            </Button>
          ) : null}
        </Section>
        <OtherReceiptList mayReverse={mayAssign} />
      </div>
    </>
  );
};

const ImportProblem = ({ error }: { error: unknown }) => {
  const { t } = useTranslation();
  const problem = error instanceof UploadRefused ? error.problem : null;
  return (
    <div role="alert">
      <Note tone="bad" icon={IconAlertCircle} title={t('bank.notTaken')}>
        {problem ? t(`statementProblem.${problem}`) : t('attachments.broken')}
      </Note>
    </div>
  );
};
