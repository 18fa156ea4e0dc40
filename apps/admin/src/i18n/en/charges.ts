import type * as de from '../de/charges.ts';
import type { Words } from '../words.ts';

export const charges = {
  title: 'Stored payment method',
  charge: 'Charge {{method}}: {{amount}}',
  chargeAny: 'Charge the stored method',
  dialog: 'Charge the stored method',
  confirm: 'Charge {{amount}}',
  card: 'The card is charged {{amount}} at once, without the customer doing anything. If the bank wants a confirmation, the customer gets an e-mail that leads to the payment page.',
  debit:
    'The customer gets a notice now. On {{day}} {{amount}} are collected by direct debit; until then it can be stopped. Whether the bank pays is known only some days later.',
  announce: 'Announce the debit',
  openPages: 'Whatever the customer still has open on a payment page ends with this: it is paid only once.',
  debitTitle: 'Direct debit on {{at}}',
  debitPlanned: '{{amount}} will then be collected; the customer has been told.',
  done: 'The charge is under way.',
  plannedTitle: 'Next try on {{at}}',
  planned: '{{amount}} will then be charged once more by itself (try {{tryNumber}}).',
  stop: 'Do not try again',
  stopDebit: 'Stop the debit',
  stopped: 'Stopped: nothing will be debited.',
  plannedFor: 'Planned for {{at}}',
  try: 'try {{tryNumber}}',
} satisfies Words<typeof de.charges>;

export const unblocker = {
  PROVIDER: 'the payment provider',
  CUSTOMER: 'the customer',
} satisfies Words<typeof de.unblocker>;
