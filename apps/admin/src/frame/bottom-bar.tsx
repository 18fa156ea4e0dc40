import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '#gql/graphql';
import { paths } from '../paths.ts';
import classes from './frame.module.css';
import { MenuOnDemand } from './menu-on-demand.tsx';
import { navFor, PHONE_PLACES } from './nav.ts';
import { TaskCount } from './rail.tsx';

const loadMore = async () => (await import('./more-menu.tsx')).MoreMenu;

/** The sections on a phone, within reach of the thumb. */
export const BottomBar = ({ role }: { role: Role }) => {
  const { t } = useTranslation();
  const places = navFor(role);
  return (
    <nav className={classes.bottomBar} aria-label={t('nav.label')}>
      {places.slice(0, PHONE_PLACES).map(({ name, path, icon: Sign }) => (
        <Link key={name} to={path} className={classes.tab} activeOptions={{ exact: path === paths.overview }}>
          <Sign size={20} stroke={1.7} aria-hidden />
          {t(`nav.${name}`)}
          {name === 'tasks' ? <TaskCount /> : null}
        </Link>
      ))}
      <MenuOnDemand load={loadMore} className={classes.tab}>
        <IconDots size={20} stroke={1.7} aria-hidden />
        {t('nav.more')}
      </MenuOnDemand>
    </nav>
  );
};
