import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '#gql/graphql';
import { paths } from '../paths.ts';
import classes from './frame.module.css';
import { navFor } from './nav.ts';
import { useOpenTasks } from './use-open-tasks.ts';

export const TaskCount = () => {
  const { t } = useTranslation();
  const count = useOpenTasks();
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('nav.openTasks', { count })}</span>
    </span>
  );
};

/** The sections, on the left of a wide screen. */
export const Rail = ({ role, businessName }: { role: Role; businessName: string }) => {
  const { t } = useTranslation();
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      <Link to={paths.overview} className={classes.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <span className={classes.brandName}>{businessName}</span>
      </Link>
      <div className={classes.places}>
        {navFor(role).map(({ name, path, icon: Sign }) => (
          <Link
            key={name}
            to={path}
            className={classes.place}
            activeOptions={{ exact: path === paths.overview }}
          >
            <Sign size={18} stroke={1.7} aria-hidden />
            {t(`nav.${name}`)}
            {name === 'tasks' ? <TaskCount /> : null}
          </Link>
        ))}
      </div>
    </nav>
  );
};
