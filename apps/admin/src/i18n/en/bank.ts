import type * as de from '../de/bank.ts';
import type { Words } from '../words.ts';

export const bank = {
  title: 'Bank & differences',
  import: 'Import a bank statement',
  imports: 'Imported last',
  notTaken: 'The file was not accepted',
  refused: 'Nothing was taken',
  line: 'line {{line}}',
  reading: 'Being read …',
  looking: '{{looked}} of {{credits}} credits looked at',
  progress: 'Progress of {{name}}',
  outcome:
    '{{transactions}} bookings, {{added}} of them new · {{matched}} of {{credits}} credits matched by themselves',
  known_one: '{{count}} booking was known from a file in another format',
  known_other: '{{count}} bookings were known from a file in another format',
  failed: 'The file could not be read',
  failedText:
    'We have tried again and again for hours. Nothing is lost; try once more, or ask whoever runs your Zahlwerk.',
  retry: 'Try again',
  gaps_one: 'A bank statement is missing',
  gaps_other: 'Bank statements are missing in {{count}} places',
  gapBalance: 'Between {{from}} and {{until}}: one ends with {{closing}}, the next begins with {{opening}}.',
  gapSequence: 'Between {{from}} and {{until}}: number {{last}} is followed by number {{next}}.',
  pool: 'Unassigned money',
  poolBeside: 'Besides, {{total}} lie on the bank account that belong to no payment yet:',
  poolTotal_one: '{{count}} credit, {{total}}',
  poolTotal_other: '{{count}} credits, {{total}}',
  poolEmpty: 'Every credit is assigned',
  poolEmptyText:
    'Money lies here while nobody knows which case it is for. Import a bank statement: camt (XML or ZIP), or the list (CSV) of your bank.',
  more: 'Show more',
  unknownPayer: 'Unknown payer',
  noText: 'Without a text',
  goingBack: 'Money that came back: no payment of a customer.',
  noCandidate: 'No open case fits.',
  open: '{{amount}} open',
  otherCurrency:
    'The claim cannot be settled in this currency. Start a case in the currency of the payment, or transfer it back.',
  noReference: 'no number named',
  late_one: '{{count}} day after it was due',
  late_other: '{{count}} days after it was due',
  inTime: 'in time',
  assign: 'Assign',
  assignTo: 'Assign the payment of {{payer}} to case {{number}}',
  chooseCase: 'Choose a case',
  assignTitle: 'Assign the payment',
  case: 'Case',
  caseHint: 'Type a number, a customer, an amount or an order reference',
  caseMissing: 'Please choose a case.',
  caseNth: 'Case {{count}}',
  amountNth: 'Amount {{count}}',
  addPart: 'Split over several cases',
  removePart: 'Remove part {{count}}',
  splitRest: '{{given}} assigned, {{rest}} stay here',
  splitOver: '{{given}} assigned, {{rest}} more than there is',
  assigned: 'The payment is assigned.',
} satisfies Words<typeof de.bank>;

export const differences = {
  title: 'Differences',
  none: 'No difference left',
  noneText: 'Every payment whose case is known has been decided. You can turn to something else.',
  offers: 'Resolutions for {{number}}',
  debit: 'Debit {{account}} {{amount}}',
  credited: 'Credit {{account}} {{amount}}',
  nothing: 'no posting: the money stays the customer’s credit',
  EXACT: 'Confirm',
  SKONTO: 'Skonto',
  FEE: 'Bank fee',
  ROUNDING: 'Rounding',
  PARTIAL: 'Partial payment',
  OVER: 'Surplus as credit',
  DUPLICATE: 'Paid twice',
  WRITE_OFF: 'Write off',
} satisfies Words<typeof de.differences>;

export const otherReceipts = {
  none: 'Not a customer’s payment',
  noneOf: 'The payment of {{payer}} is not a customer’s payment',
  title: 'Not a customer’s payment',
  text: 'The money leaves the unassigned payments and stands on the chosen account afterwards. If it includes VAT, it belongs on an invoice and not here.',
  account: 'Where does the money belong?',
  preview: 'This is posted:',
  reason: 'What is it?',
  book: 'Post',
  askSecond: 'Ask for consent',
  booked: 'The credit is posted.',
  asked: 'A team lead is asked to agree.',
  waiting: 'Post {{amount}} to {{account}}?',
  list: 'Posted to accounts',
  entry: '{{account}} · {{reason}}',
  who: '{{who}}, {{at}}',
  whoAgreed: '{{who}}, {{at}} · agreed to by {{second}}',
  reverse: 'Take back',
  reverseOf: 'Take the posting of {{payer}} back',
  reverseTitle: '{{amount}} back to the unassigned money?',
  reverseText:
    'A counter-entry undoes the posting; afterwards the money can be assigned, or posted elsewhere.',
  reversed: 'The money lies with the unassigned payments again.',
} satisfies Words<typeof de.otherReceipts>;

export const receiptAccount = {
  TAX_REFUND: 'Refund of the tax office (VAT)',
  TRANSIT: 'Transfer from another account of your own',
  INTEREST_INCOME: 'Interest',
  FEES: 'Bank fees given back',
  OTHER_INCOME: 'Anything else without VAT',
} satisfies Words<typeof de.receiptAccount>;

export const listMapping = {
  open: 'Assign the columns',
  title: 'What stands in which column?',
  text: 'The list of your bank is not known yet. Say once what its columns mean; after that Zahlwerk reads it by itself.',
  none: 'No line of this file names columns. Download a list with a head from your bank, or better a camt file.',
  lines: 'The first lines of the file',
  bookedOn: 'Day of booking',
  valueOn: 'Value date',
  amount: 'Amount with its sign',
  counterparty: 'Name of the other side',
  iban: 'IBAN of the other side',
  remittance: 'What the payer wrote',
  endToEndId: 'Customer reference',
  noColumn: 'no column',
  day: 'How the day is written',
  decimal: 'How the amount is written',
  read: 'Remember and import',
} satisfies Words<typeof de.listMapping>;

export const listDay = {
  DAY_MONTH_YEAR: '23.11.2026',
  DAY_MONTH_SHORT_YEAR: '23.11.26',
  ISO: '2026-11-23',
} satisfies Words<typeof de.listDay>;

export const listDecimal = { COMMA: '1.119,00', POINT: '1,119.00' } satisfies Words<typeof de.listDecimal>;

export const matchReference = {
  CASE_NUMBER: 'names case {{number}}',
  INVOICE_NUMBER: 'names invoice {{number}}',
  ORDER_REFERENCE: 'names order {{number}}',
} satisfies Words<typeof de.matchReference>;

export const matchAmount = {
  EXACT: 'amount fits exactly',
  DISCOUNT: 'amount less the discount',
  PARTIAL: '{{difference}} too little',
  OVER: '{{difference}} too much',
  OTHER_CURRENCY: 'another currency',
} satisfies Words<typeof de.matchAmount>;

export const matchPayer = {
  KNOWN_IBAN: 'from the account of the customer',
  SAME_NAME: 'in the name of the customer',
  SIMILAR_NAME: 'in a similar name',
  OTHER: 'in another name',
  NOT_TOLD: 'payer not named',
} satisfies Words<typeof de.matchPayer>;

export const statementProblem = {
  FILE_TYPE_NOT_ALLOWED: 'XML, ZIP and CSV are accepted, and the content must be what the name says.',
  FILE_TOO_LARGE: 'A file may have at most 20 MB.',
  FILE_EMPTY: 'There is nothing in the file.',
  UNAUTHENTICATED: 'You are no longer signed in. Sign in again and repeat it.',
  FORBIDDEN: 'Your role may not import bank statements.',
} satisfies Words<typeof de.statementProblem>;
