import type * as de from '../de/frame.ts';
import type { Words } from '../words.ts';

export const nav = {
  label: 'Sections',
  overview: 'Overview',
  cases: 'Cases',
  tasks: 'Tasks',
  customers: 'Customers',
  invoices: 'Invoices',
  paymentLinks: 'Payment links',
  payments: 'Payments received',
  bank: 'Bank & differences',
  payouts: 'Payouts',
  ledger: 'Ledger',
  partners: 'Partners',
  settings: 'Settings',
  more: 'More',
  openTasks_one: '{{count}} open task',
  openTasks_other: '{{count}} open tasks',
} satisfies Words<typeof de.nav>;

export const frame = {
  skipToContent: 'Skip to content',
  search: 'Search or command',
  demo: 'Demo',
  demoHint: 'Demonstration with invented businesses. Payment provider, mail and SMS are stand-ins.',
  language: 'Language',
  languageGerman: 'Deutsch',
  languageEnglish: 'English',
  scheme: 'Appearance',
  schemeAuto: 'Like the system',
  schemeLight: 'Light',
  schemeDark: 'Dark',
  person: '{{initials}}: account of {{name}}',
  switchBusiness: 'Switch business',
  newBusiness: 'Create a business',
  signOut: 'Sign out',
  notFoundTitle: 'There is no such page',
  notFound: 'The link may be out of date, or your role may not see what is behind it.',
  toOverview: 'To the overview',
} satisfies Words<typeof de.frame>;

export const live = {
  connecting: 'Connecting',
  live: 'Live',
  catchingUp: 'Catching up',
  offline: 'Offline since {{time}}',
  hint: 'Changes appear without reloading.',
  offlineHint: 'You see the last known state. The connection comes back by itself.',
} satisfies Words<typeof de.live>;

export const search = {
  placeholder: 'Amount, number, customer, e-mail, order or command',
  nothing: 'Nothing found.',
  searching: 'Searching …',
  goTo: 'Go to',
  do: 'Do',
  found: 'Found',
  newCase: 'New case',
} satisfies Words<typeof de.search>;
