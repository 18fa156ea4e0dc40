import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SettingsQuery as SettingsData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { paths } from '../paths.ts';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AccountSettings } from './account-settings.tsx';
import { BusinessSettings } from './business-settings.tsx';
import { MemberSettings } from './member-settings.tsx';
import { ProviderSettings } from './provider-settings.tsx';
import { ReaderSettings } from './reader-settings.tsx';
import { SettingsQuery } from './settings.graphql.ts';
import classes from './settings.module.css';
import { SkontoSettings } from './skonto-settings.tsx';

export type OrganizationSettings = NonNullable<NonNullable<SettingsData['viewer']>['organization']>;

const TABS = ['business', 'members', 'provider', 'readers', 'accounts'] as const;

/** The business, its people, its payment provider, its card readers, its accounts. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/frame/settings' });
  const navigate = useNavigate({ from: paths.settings });
  const { data, isPending, error, refetch } = useQuery({
    queryKey: [...queryKeys.organization(), 'settings'],
    queryFn: async ({ signal }) => (await execute(SettingsQuery, {}, signal)).viewer?.organization ?? null,
  });
  if (isPending) return <LoadingPage />;
  if (error || !data) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <Tabs
        value={TABS.find((one) => one === tab) ?? 'business'}
        onChange={(next) => void navigate({ search: next ? { tab: next } : {}, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="business">{t('settings.business')}</Tabs.Tab>
          <Tabs.Tab value="members">{t('settings.members')}</Tabs.Tab>
          <Tabs.Tab value="provider">{t('settings.provider')}</Tabs.Tab>
          <Tabs.Tab value="readers">{t('readers.title')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('chart.which')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="business">
          <div className={classes.form}>
            <BusinessSettings organization={data} />
            <SkontoSettings organization={data} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <MemberSettings organization={data} />
        </Tabs.Panel>
        <Tabs.Panel value="provider">
          <ProviderSettings organization={data} />
        </Tabs.Panel>
        <Tabs.Panel value="readers">
          <ReaderSettings organization={data} />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <AccountSettings organization={data} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
};
