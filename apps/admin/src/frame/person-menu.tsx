import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKey,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenOrganization } from '../api/organization-choice.ts';
import { paths } from '../paths.ts';
import { signOut } from '../session/auth-client.ts';
import { useSession } from '../session/session.ts';
import classes from './frame.module.css';

const SCHEMES = [
  ['auto', IconDeviceDesktop, 'frame.schemeAuto'],
  ['light', IconSun, 'frame.schemeLight'],
  ['dark', IconMoon, 'frame.schemeDark'],
] as const satisfies readonly (readonly [MantineColorScheme, unknown, string])[];

const switchTo = (organizationId: string): void => {
  chosenOrganization.set(organizationId);
  startOver();
};

const leave = async (): Promise<void> => {
  await signOut();
  chosenOrganization.clear();
  startOver();
};

/** A full load after signing out or switching leaves nothing of the other session in memory. */
const startOver = (): void => window.location.assign(paths.overview);

/** Who is signed in, where, how the panel looks, and the way out. */
export const PersonMenu = ({ button }: { readonly button: ReactElement }) => {
  const { t } = useTranslation();
  const { viewer, organization, role } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" shadow="md" width={260} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <div className={classes.personHead}>
          <strong>{viewer.name}</strong>
          <span>{t(`role.${role}`)}</span>
          <span>{viewer.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('frame.switchBusiness')}</Menu.Label>
        {viewer.memberships.map(({ organizationId: id, organizationName: name }) => (
          <Menu.Item
            key={id}
            onClick={() => switchTo(id)}
            rightSection={id === organization.id ? <IconCheck size={16} aria-hidden /> : null}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Item
          renderRoot={(props) => <Link {...props} to={paths.createBusiness} />}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('frame.newBusiness')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('frame.scheme')}</Menu.Label>
        {SCHEMES.map(([scheme, Sign, label]) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme)}
            leftSection={<Sign size={16} aria-hidden />}
            rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          renderRoot={(props) => <Link {...props} to={paths.account} />}
          leftSection={<IconKey size={16} aria-hidden />}
        >
          {t('session.accountTitle')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()} leftSection={<IconLogout size={16} aria-hidden />}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
