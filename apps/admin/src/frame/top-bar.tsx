import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconFlask, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import classes from './frame.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { PersonMenu } from './person-menu.tsx';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

export const TopBar = ({ onSearch }: { onSearch: () => void }) => {
  const { t } = useTranslation();
  const { viewer } = useSession();
  return (
    <header className={classes.topBar}>
      <UnstyledButton className={classes.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{t('frame.search')}</span>
        <kbd className={classes.kbd}>{isApple ? '⌘' : 'Ctrl'} K</kbd>
      </UnstyledButton>
      <div className={classes.topRight}>
        {viewer.demo ? (
          <Tooltip label={t('frame.demoHint')}>
            <span className={classes.testBadge}>
              <IconFlask size={14} aria-hidden />
              {t('frame.demo')}
            </span>
          </Tooltip>
        ) : null}
        <LiveIndicator />
        <LanguageMenu />
        <PersonMenu />
      </div>
    </header>
  );
};
