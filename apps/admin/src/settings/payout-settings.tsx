import { useTranslation } from 'react-i18next';
import type { PayoutMode } from '#gql/graphql';
import { OrganizationChoice } from './organization-choice.tsx';
import type { OrganizationSettings } from './settings-page.tsx';

const MODES = ['AUTOMATIC', 'MANUAL'] as const satisfies readonly PayoutMode[];

/** Whether released money leaves on the provider's schedule or by two people's decision. */
export const PayoutSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  return (
    <OrganizationChoice
      organization={organization}
      title={t('payouts.title')}
      options={MODES.map((value) => ({
        value,
        label: t(`payoutMode.${value}`),
        description: t(`payoutModeText.${value}`),
      }))}
      current={organization.payoutMode}
      inputOf={(payoutMode) => ({ payoutMode })}
    />
  );
};
