import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useSession } from '../session/session.ts';
import { Failed } from '../ui/failed.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { AccountForm } from './account-form.tsx';
import { ChartQuery } from './chart.graphql.ts';
import { ChartChoice } from './chart-choice.tsx';
import classes from './settings.module.css';
import type { OrganizationSettings } from './settings-page.tsx';

/** The chart of accounts: which one, and how each account is called. The adviser reads it, the owner changes it. */
export const AccountSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { role } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.chart(),
    queryFn: async ({ signal }) => {
      const { ledgerAccounts: accounts, viewer } = await execute(ChartQuery, {}, signal);
      return { accounts, version: viewer?.organization?.chartVersion ?? 0 };
    },
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingLines lines={8} />;
  const isOwner = role === 'OWNER';
  return (
    <div className={classes.form}>
      <ChartChoice current={organization.chartOfAccounts} isOwner={isOwner} />
      <AccountForm {...data} isOwner={isOwner} onReload={async () => (await refetch()).data ?? null} />
    </div>
  );
};
