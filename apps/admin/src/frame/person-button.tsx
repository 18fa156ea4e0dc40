import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import classes from './frame.module.css';
import { MenuOnDemand } from './menu-on-demand.tsx';

const load = async () => (await import('./person-menu.tsx')).PersonMenu;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase())
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join('');

export const PersonButton = () => {
  const { t } = useTranslation();
  const { viewer } = useSession();
  const name = viewer.name ?? '';
  return (
    <MenuOnDemand
      load={load}
      className={classes.person}
      label={t('frame.person', { name, initials: initials(name) })}
    >
      {initials(name)}
    </MenuOnDemand>
  );
};
