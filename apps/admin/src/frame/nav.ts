import {
  type Icon,
  IconArrowsExchange,
  IconBook2,
  IconBuildingBank,
  IconCashBanknote,
  IconFileInvoice,
  IconKey,
  IconLayoutDashboard,
  IconLink,
  IconListCheck,
  IconPigMoney,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { Role } from '#gql/graphql';
import { type Path, paths } from '../paths.ts';

export type NavName =
  | 'overview'
  | 'cases'
  | 'tasks'
  | 'customers'
  | 'invoices'
  | 'paymentLinks'
  | 'payments'
  | 'bank'
  | 'payouts'
  | 'ledger'
  | 'partners'
  | 'settings';

export interface NavItem {
  readonly name: NavName;
  readonly path: Path;
  readonly icon: Icon;
  /** Only these roles see it; left out: everybody does. */
  readonly roles?: readonly Role[];
}

const OWNER_ONLY = ['OWNER'] as const;

const NAV: readonly NavItem[] = [
  { name: 'overview', path: paths.overview, icon: IconLayoutDashboard },
  { name: 'cases', path: paths.cases, icon: IconArrowsExchange },
  { name: 'tasks', path: paths.tasks, icon: IconListCheck },
  { name: 'customers', path: paths.customers, icon: IconUsers },
  { name: 'invoices', path: paths.invoices, icon: IconFileInvoice },
  { name: 'paymentLinks', path: paths.paymentLinks, icon: IconLink },
  { name: 'payments', path: paths.payments, icon: IconCashBanknote },
  { name: 'bank', path: paths.bank, icon: IconPigMoney },
  { name: 'payouts', path: paths.payouts, icon: IconBuildingBank },
  { name: 'ledger', path: paths.ledger, icon: IconBook2 },
  { name: 'partners', path: paths.partners, icon: IconKey, roles: OWNER_ONLY },
  { name: 'settings', path: paths.settings, icon: IconSettings, roles: OWNER_ONLY },
];

/** On a phone four places stand in the bottom bar, the rest under "more". */
export const PHONE_PLACES = 4;

/** The sections that a role may see. The API refuses the rest, too. */
export const navFor = (role: Role): readonly NavItem[] =>
  NAV.filter(({ roles }) => roles?.includes(role) ?? true);
