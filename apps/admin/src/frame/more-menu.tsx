import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import { navFor, PHONE_PLACES } from './nav.ts';

/** The sections that have no room in the bottom bar of a phone. */
export const MoreMenu = ({ button }: { readonly button: ReactElement }) => {
  const { t } = useTranslation();
  const { role } = useSession();
  return (
    <Menu position="top-end" shadow="md" width={220} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {navFor(role)
          .slice(PHONE_PLACES)
          .map(({ name, path, icon: Sign }) => (
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
  );
};
