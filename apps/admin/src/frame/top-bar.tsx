import { IconFlask, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import classes from './frame.module.css';
import { LanguageButton } from './language-button.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { PersonButton } from './person-button.tsx';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Search, what kind of desk this is, whether it is live, language and person. */
export const TopBar = ({ onSearch }: { onSearch: () => void }) => {
  const { t } = useTranslation();
  const { viewer } = useSession();
  return (
    <header className={classes.topBar}>
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{t('frame.search')}</span>
        <kbd className={classes.kbd}>{isApple ? '⌘' : 'Ctrl'} K</kbd>
      </button>
      <div className={classes.topRight}>
        {viewer.demo ? (
          <span className={classes.testBadge} title={t('frame.demoHint')}>
            <IconFlask size={14} aria-hidden />
            {t('frame.demo')}
          </span>
        ) : null}
        <LiveIndicator />
        <LanguageButton />
        <PersonButton />
      </div>
    </header>
  );
};
