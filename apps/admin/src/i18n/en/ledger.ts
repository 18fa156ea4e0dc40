import type * as de from '../de/ledger.ts';
import type { Words } from '../words.ts';

export const books = {
  fine_one: 'Books checked {{when}}: the one rule holds.',
  fine_other: 'Books checked {{when}}: all {{count}} rules hold.',
  broken_one: 'Books checked {{when}}: one rule does not hold',
  broken_other: 'Books checked {{when}}: {{count}} rules do not hold',
  notChecked_one: 'Books checked {{when}}: one rule could not be checked',
  notChecked_other: 'Books checked {{when}}: {{count}} rules could not be checked',
  notCheckedText: 'The check would have taken too long. Nobody knows whether they hold:',
  never: 'The books have not been checked yet. They check themselves every night.',
  running: 'The books are being checked …',
  now: 'Check now',
} satisfies Words<typeof de.books>;

export const sheet = {
  label: 'Account sheet',
  open: 'Open the account sheet',
  opening: 'Opening balance',
  closing: 'Totals and closing balance',
  counterAccount: 'Counter-account',
  document: 'Document',
  invoice: 'Invoice',
  payment: 'Payment',
  paymentOf: 'Payment from {{payer}}',
  pdf: 'PDF',
  bankStatement: 'Bank statement',
  from: 'Posted from',
  until: 'Posted until',
  more: 'More entries',
  exportName: 'account-sheet',
  count_one: '{{shown}} line',
  count_other: '{{shown}} lines',
} satisfies Words<typeof de.sheet>;

export const chart = {
  which: 'Chart of accounts',
  whichText: 'Another chart renumbers every account whose number nobody has changed. What was posted stays.',
  allRenumbered: 'All accounts have the numbers of this chart now.',
  kept: 'These accounts keep their number: {{accounts}}',
  title: 'Accounts',
  text: 'Numbers of four to eight digits, all of the same length. Please agree on them once with your tax adviser.',
  number: 'Number',
  nameDe: 'German name',
  nameEn: 'English name',
} satisfies Words<typeof de.chart>;

export const chartText = {
  SKR03: 'Ordered by processes; the most common one in small businesses.',
  SKR04: 'Ordered by the annual accounts.',
} satisfies Words<typeof de.chartText>;
