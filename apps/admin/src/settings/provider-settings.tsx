import { IconCircleCheck, IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section.tsx';
import { ToneBadge } from '../ui/tone-badge.tsx';
import { CaptureSettings } from './capture-settings.tsx';
import { PayoutSettings } from './payout-settings.tsx';
import { ProviderForm } from './provider-form.tsx';
import classes from './settings.module.css';
import type { OrganizationSettings } from './settings-page.tsx';
import { TransferSettings } from './transfer-settings.tsx';

/** The accounts through which cards and direct debits run. */
export const ProviderSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  const connected = organization.providerAccounts.filter(({ disabledAt }) => disabledAt === null);
  return (
    <div className={classes.form}>
      <Section title={t('settings.provider')}>
        {connected.length === 0 ? <p>{t('settings.providerNone')}</p> : null}
        <ul className={classes.people}>
          {connected.map(({ id, displayName, externalId, liveMode }) => (
            <li key={id} className={classes.person}>
              <span>
                {displayName}
                <span className={classes.dim}>{t('settings.providerConnected', { id: externalId })}</span>
              </span>
              <ToneBadge tone={liveMode ? 'ok' : 'warn'} icon={liveMode ? IconCircleCheck : IconFlask}>
                {liveMode ? t('settings.providerLive') : t('settings.providerTest')}
              </ToneBadge>
            </li>
          ))}
        </ul>
      </Section>
      {connected.length === 0 ? (
        <Section title={t('newBusiness.connect')}>
          <p>{t('newBusiness.providerText')}</p>
          <ProviderForm />
        </Section>
      ) : null}
      {connected.length === 0 ? null : <CaptureSettings organization={organization} />}
      {connected.length === 0 ? null : <TransferSettings organization={organization} />}
      <PayoutSettings organization={organization} />
    </div>
  );
};
