import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '#gql/graphql';
import { paths } from '../paths.ts';
import classes from './frame.module.css';
import { navFor, PHONE_PLACES } from './nav.ts';
import { TaskCount } from './rail.tsx';

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
      <Menu position="top-end" shadow="md" width={220}>
        <Menu.Target>
          <UnstyledButton className={classes.tab}>
            <IconDots size={20} stroke={1.7} aria-hidden />
            {t('nav.more')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {places.slice(PHONE_PLACES).map(({ name, path, icon: Sign }) => (
            <Menu.Item
              key={name}
              renderRoot={(props) => <Link {...props} to={path} />}
              leftSection={<Sign size={18} stroke={1.7} aria-hidden />}
            >
              {t(`nav.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
};
