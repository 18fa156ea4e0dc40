import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';
import { MenuOnDemand } from './menu-on-demand.tsx';

const load = async () => (await import('./language-menu.tsx')).LanguageMenu;

export const LanguageButton = () => {
  const { t, i18n } = useTranslation();
  const code = i18n.language.toUpperCase();
  return (
    <MenuOnDemand load={load} className={classes.topButton} label={`${t('frame.language')}: ${code}`}>
      {code}
    </MenuOnDemand>
  );
};
