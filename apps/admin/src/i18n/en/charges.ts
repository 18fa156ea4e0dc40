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
    '{{amount}} are collected from the account by direct debit, without the customer doing anything. Whether the bank pays is known only after some days.',
  openPages: 'Whatever the customer still has open on a payment page ends with this: it is paid only once.',
  done: 'The charge is under way.',
  plannedTitle: 'Next try on {{at}}',
  planned: '{{amount}} will then be charged once more by itself (try {{tryNumber}}).',
  stop: 'Do not try again',
  stopped: 'It will not be tried again.',
  try: 'try {{tryNumber}}',
} satisfies Words<typeof de.charges>;

export const unblocker = {
  PROVIDER: 'the payment provider',
  CUSTOMER: 'the customer',
} satisfies Words<typeof de.unblocker>;
