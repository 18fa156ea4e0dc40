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
  pdf: 'PDF',
  bankStatement: 'Bank statement',
  from: 'Posted from',
  until: 'Posted until',
  print: 'Print',
  more: 'More entries',
  exportName: 'account-sheet',
  count_one: '{{shown}} line',
  count_other: '{{shown}} lines',
} satisfies Words<typeof de.sheet>;
