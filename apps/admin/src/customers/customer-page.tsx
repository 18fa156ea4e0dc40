import { IconGitMerge, IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CustomerQuery as CustomerData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { paths } from '../paths.ts';
import { DataTable } from '../table/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { caseVersion, useCaseColumns } from '../workflow/case-columns.tsx';
import { MessageList } from '../workflow/message-list.tsx';
import { AccountSheet } from './account-sheet.tsx';
import { AccountStatementLink } from './account-statement-link.tsx';
import classes from './customer-page.module.css';
import { CustomerQuery } from './customers.graphql.ts';
import { CustomerStateBadge } from './customers-page.tsx';
import { DuplicateList } from './duplicate-list.tsx';
import { MethodList } from './method-list.tsx';
import { SyncList } from './sync-list.tsx';
import { useCustomerRows } from './use-customer-rows.ts';
import { VatRegister } from './vat-register.tsx';
import { VersionHistory } from './version-history.tsx';

type Customer = NonNullable<CustomerData['customer']>;

const CustomerDetail = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation();
  const rows = useCustomerRows(null, customer.data);
  const columns = useCaseColumns('one').filter(({ id }) => id !== 'due-amount');
  return (
    <>
      <PageHeader
        title={customer.name || t('common.notSet')}
        above={
          <Link className={classes.crumb} to={paths.customers}>
            {t('customers.title')}
          </Link>
        }
        beside={<CustomerStateBadge state={customer.state} />}
        below={<span className={classes.dim}>{customer.number}</span>}
      />
      {customer.mergedInto ? (
        <Note tone="idle" icon={IconGitMerge} title={t('merge.isMerged')}>
          <Link to={paths.customer} params={{ customerId: customer.mergedInto.id }}>
            {t('merge.survivor', { name: customer.mergedInto.number ?? customer.mergedInto.name })}
          </Link>
        </Note>
      ) : null}
      {customer.emailBounced ? (
        <Note tone="bad" icon={IconMailOff}>
          {t('customers.bounced')}
        </Note>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.main}>
          <Section title={t('customers.cases')} flush>
            <DataTable
              label={t('customers.cases')}
              rows={customer.cases.edges.map(({ node }) => node)}
              columns={columns}
              rowKey={({ id }) => id}
              rowVersion={caseVersion}
              isLoading={false}
              empty={<p className={classes.none}>{t('cases.none')}</p>}
            />
          </Section>
          <Section title={t('customers.versions')}>
            <VersionHistory versions={customer.versions} />
          </Section>
          <Section title={t('notify.messages')}>
            <MessageList messages={customer.messages.edges.map(({ node }) => node)} />
          </Section>
        </div>
        <aside className={classes.side}>
          <Section title={t('customers.profile')}>
            <Facts facts={rows.map(({ label, after }) => [label, after])} />
          </Section>
          {customer.data.vatId || customer.vatChecks.length > 0 ? (
            <Section title={t('vatRegister.title')}>
              <VatRegister customerId={customer.id} vatId={customer.data.vatId} checks={customer.vatChecks} />
            </Section>
          ) : null}
          {customer.duplicates.length > 0 ? (
            <Section title={t('merge.duplicates')}>
              <DuplicateList customerId={customer.id} duplicates={customer.duplicates} />
            </Section>
          ) : null}
          <Section title={t('customers.account')}>
            <AccountSheet account={customer.account} />
            <AccountStatementLink
              customerId={customer.id}
              email={customer.emailBounced ? null : (customer.data.email ?? null)}
            />
          </Section>
          <Section title={t('customers.methods')}>
            <MethodList methods={customer.methods} />
          </Section>
          {customer.syncs.length > 0 ? (
            <Section title={t('customers.connected')}>
              <SyncList syncs={customer.syncs} />
            </Section>
          ) : null}
        </aside>
      </div>
    </>
  );
};

/** One customer: details with all versions, cases, messages, methods on file. */
export const CustomerPage = () => {
  const { customerId } = useParams({ from: '/frame/customers/$customerId' });
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.customer(customerId),
    queryFn: async ({ signal }) =>
      (await execute(CustomerQuery, { id: customerId }, signal)).customer ?? null,
  });
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return data ? <CustomerDetail customer={data} /> : <NotFound />;
};
