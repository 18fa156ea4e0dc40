import { useTranslation } from 'react-i18next';
import type { TransfersTo } from '#gql/graphql';
import { OrganizationChoice } from './organization-choice.tsx';
import type { OrganizationSettings } from './settings-page.tsx';

const ACCOUNTS = ['OWN_ACCOUNT', 'PROVIDER'] as const satisfies readonly TransfersTo[];

/** Whether customers transfer to the bank account of the business or to one that the provider keeps for each (rule 25). */
export const TransferSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  return (
    <OrganizationChoice
      organization={organization}
      title={t('settings.transfers')}
      options={ACCOUNTS.map((value) => ({
        value,
        label: t(`transfersTo.${value}`),
        description: t(`transfersToText.${value}`),
      }))}
      current={organization.transfersTo}
      inputOf={(transfersTo) => ({ transfersTo })}
    />
  );
};
