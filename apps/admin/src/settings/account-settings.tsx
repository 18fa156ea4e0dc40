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
    queryFn: async ({ signal }) => (await execute(ChartQuery, {}, signal)).ledgerAccounts,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingLines lines={8} />;
  const isOwner = role === 'OWNER';
  return (
    <div className={classes.form}>
      <ChartChoice current={organization.chartOfAccounts} isOwner={isOwner} />
      {/* Another chart is another form; a mere look at the same one takes nothing away that was typed. */}
      <AccountForm key={JSON.stringify(data)} accounts={data} isOwner={isOwner} />
    </div>
  );
};
