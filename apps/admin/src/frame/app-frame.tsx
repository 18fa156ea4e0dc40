import { useNotifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BusinessContext } from '../format/business-context.ts';
import { dayOf } from '../format/format-date.ts';
import { useLiveUpdates } from '../live/use-live-updates.ts';
import { useSession } from '../session/session.ts';
import { LoadingPage } from '../ui/loading.tsx';
import { BottomBar } from './bottom-bar.tsx';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcut } from './use-shortcut.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));

const Toasts = lazy(async () => ({ default: (await import('./toasts.tsx')).Toasts }));

/** Everything around a screen: sections, search, live connection, person. */
export const AppFrame = () => {
  const { t } = useTranslation();
  const { organization, role } = useSession();
  const [searching, setSearching] = useState(false);
  useLiveUpdates(organization.id);
  useShortcut('k', () => setSearching(true));
  const currency = isCurrency(organization.currency) ? organization.currency : 'EUR';
  const { timeZone, skonto, transfersTo } = organization;
  // A transfer to the provider has to be whole.
  const usualSkonto = transfersTo === 'OWN_ACCOUNT' ? skonto : null;
  return (
    <BusinessContext value={{ timeZone, today: dayOf(new Date(), timeZone), currency, usualSkonto }}>
      <a className="skip-link" href="#content">
        {t('frame.skipToContent')}
      </a>
      <div className={classes.frame}>
        <Rail role={role} businessName={organization.name} />
        <div className={classes.column}>
          <TopBar onSearch={() => setSearching(true)} />
          <main id="content" className={classes.content} tabIndex={-1}>
            <Suspense fallback={<LoadingPage />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <BottomBar role={role} />
      </div>
      {useNotifications().notifications.length > 0 ? (
        <Suspense fallback={null}>
          <Toasts />
        </Suspense>
      ) : null}
      {searching ? (
        <Suspense fallback={null}>
          <CommandPalette role={role} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </BusinessContext>
  );
};
