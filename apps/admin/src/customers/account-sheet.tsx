import { useTranslation } from 'react-i18next';
import type { AccountFieldsFragment } from '#gql/graphql';
import { Amount } from '../ui/amount.tsx';
import { Facts } from '../ui/facts.tsx';

/** What a customer owes, what is late, what lies as credit, and what has come in all. */
export const AccountSheet = ({ account }: { account: AccountFieldsFragment }) => {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('customers.openBalance', { count: account.openCount }), <Amount key="open" of={account.open} />],
        [t('customers.overdueBalance'), <Amount key="overdue" of={account.overdue} />],
        [t('customers.credit'), <Amount key="credit" of={account.credit} />],
        [t('customers.received'), <Amount key="received" of={account.received} />],
      ]}
    />
  );
};
