import type * as de from '../de/cases.ts';
import type { Words } from '../words.ts';

export const cases = {
  title: 'Cases',
  label: 'All cases',
  new: 'New case',
  view: 'View',
  table: 'Table',
  board: 'Board',
  search: 'Amount, number, customer, e-mail …',
  customerNumber: 'Customer number',
  customer: 'Customer',
  status: 'Money',
  state: 'State',
  step: 'Step',
  due: 'Due',
  amountDue: 'Amount',
  amountOpen: 'Open',
  amountAwaited: 'Still to come',
  mine: 'Mine',
  withDiscrepancy: 'With discrepancy',
  turn: '{{who}} to act',
  count_one: '{{shown}} case',
  count_other: '{{shown}} cases',
  none: 'No cases yet',
  noneText: 'A case is one claim on a customer: it is requested, paid, checked and closed.',
  noMatch: 'No case matches',
  noMatchText: 'Take a filter away or search for something else.',
  clearFilters: 'Remove filters',
  awaits: 'Money still to come',
  dueFrom: 'Due from',
  dueUntil: 'Due until',
  filters: 'Filters',
  filtersOn_one: 'Filters ({{count}})',
  filtersOn_other: 'Filters ({{count}})',
  order: 'Order',
  started: 'Started',
  currency: 'Currency',
  export: 'As CSV',
  exportName: 'cases',
  exporting: '{{read}} of {{total}} – cancel',
  exportFailed: 'The file could not be made. Please try again.',
} satisfies Words<typeof de.cases>;

export const views = {
  title: 'Views',
  save: 'Save this view …',
  saveTitle: 'Save view',
  name: 'Name of the view',
  remove: 'Remove “{{name}}”',
  saved: '“{{name}}” is saved.',
  removed: '“{{name}}” is removed.',
  undo: 'Undo',
} satisfies Words<typeof de.views>;

export const caseOrder = {
  NEWEST: 'Newest first',
  DUE: 'Due first',
  AMOUNT: 'Largest amount',
  UPDATED: 'Changed last',
} satisfies Words<typeof de.caseOrder>;

export const turn = {
  CUSTOMER: 'Customer',
  PROVIDER: 'Payment provider',
  DESK: 'Desk',
  TEAM_LEAD: 'Team lead',
  NOBODY: 'Nobody',
} satisfies Words<typeof de.turn>;

export const place = {
  WITH_CUSTOMER: 'The money is still with the customer.',
  RESERVED: 'The amount is reserved on the customer’s card, but has not been captured yet.',
  IN_TRANSIT: 'The money is on its way.',
  AT_PROVIDER: 'The money is with the payment provider.',
  AT_BANK: 'The money is on the bank account.',
  IN_DISPUTE: 'The bank holds the money back until it has decided.',
  RETURNED: 'The money went back to the customer.',
  NOWHERE: 'No money is expected.',
} satisfies Words<typeof de.place>;

export const waiting = {
  APPROVAL: 'Waiting for a second person to agree.',
  MONEY: 'Waiting for money. As soon as it arrives, this goes on by itself.',
  PROVIDER:
    'Waiting for the payment provider or the bank. Direct debits may take some days, disputes some weeks.',
  CUSTOMER: 'Waiting for the customer.',
  PERSON: 'Waiting for you or somebody of the team.',
} satisfies Words<typeof de.waiting>;

export const actor = {
  MEMBER: 'Member',
  INTEGRATION: 'Partner',
  CUSTOMER: 'Customer',
  SYSTEM: 'Zahlwerk',
} satisfies Words<typeof de.actor>;

export const failureAction = {
  RETRY: 'try again',
  OTHER_METHOD: 'pay another way',
  REMIND: 'remind',
  CANCEL: 'cancel',
} satisfies Words<typeof de.failureAction>;

export const receiptKind = {
  BANK_TRANSFER: 'Bank transfer',
  CARD_TERMINAL: 'Card terminal',
} satisfies Words<typeof de.receiptKind>;

export const invoicing = {
  ISSUE: 'Issue an invoice',
  EXTERNAL: 'There already is an invoice',
  STATEMENT: 'Statement without an invoice',
} satisfies Words<typeof de.invoicing>;

export const taxCase = {
  DE_19: '19 % VAT',
  DE_7: '7 % VAT',
  DE_0_PV: '0 % photovoltaics (§ 12(3) UStG)',
  DE_KLEIN: 'Small business (§ 19 UStG)',
  DE_EXEMPT: 'Exempt (§ 4 UStG)',
  DE_13B: 'Domestic reverse charge (§ 13b UStG)',
  EU_SERVICE_RC: 'Reverse charge, EU service',
  EU_SUPPLY: 'Intra-Community supply',
  EXPORT: 'Export',
} satisfies Words<typeof de.taxCase>;

export const stepAbout = {
  INITIATE_PAYMENT: 'The customer gets a payment request with amount, due date, pay link and GiroCode.',
  VERIFY_CUSTOMER_DATA:
    'Name, address, telephone, e-mail, tax numbers and IBAN are checked. What does not fit is settled here.',
  SAVE_CUSTOMER_RECORD: 'The details are saved, read back and confirmed in exactly this version.',
  UPDATE_PAYMENT_METHOD:
    'Only needed when a stored payment method expires. The customer gets a one-time link for it.',
  CREATE_PAYMENT_TASK: 'The accounts department gets its task, the customer the invoice.',
  CONFIRM_AMOUNT: 'What has arrived is compared with what is owed. Every difference is decided.',
  RECORD_PAYMENT: 'The money is allocated to the case and posted; the customer gets a receipt.',
  UPDATE_PAYMENT_STATUS:
    'The published status must equal the evidence. The provider is asked, not somebody’s memory.',
  NOTIFY_CUSTOMER: 'The customer is told what has arrived, with date, amount and numbers, in their language.',
  CLOSE_PAYMENT_TASK:
    'Somebody who has not handled the money checks the whole case, closes it and releases the money for payout.',
} satisfies Words<typeof de.stepAbout>;

export const eventGroup = {
  WORK: 'Work',
  MONEY: 'Money',
  CUSTOMER: 'Customer',
  MESSAGE: 'Messages',
  BUSINESS: 'Business',
} satisfies Words<typeof de.eventGroup>;

export const taxBehavior = {
  EXCLUSIVE: 'net, VAT comes on top',
  INCLUSIVE: 'gross, VAT is included',
} as const;

export const lines = {
  line: 'Line {{number}}',
  name: 'Item',
  quantity: 'Quantity',
  unit: 'Unit',
  prices: 'Prices',
  unitPrice: 'Net unit price',
  unitPriceGross: 'Gross unit price',
  discount: 'Discount',
  noDiscount: 'none',
  discountHint: '10% or 5.00',
  discountReason: 'Reason of the discount',
  reasonHint: 'left empty: Discount',
  wholeDiscount: 'Discount on everything',
  wholeReason: 'Reason of the discount on everything',
  subtotal: 'Subtotal',
  tax: 'Tax',
  rate: 'VAT',
  net: 'Net',
  vat: 'VAT {{rate}} %',
  vatIn: 'including VAT {{rate}} %',
  total: 'To pay',
  add: 'Add a line',
  remove: 'Remove line {{number}}',
  exemptionReason: 'Reason of the exemption',
  exemptionHint: 'for example: Steuerfrei nach § 4 Nr. 21 UStG',
  gaps: 'No invoice will be issued like this: {{gaps}}',
  incomplete: 'The total appears as soon as quantity and price are complete.',
} satisfies Words<typeof de.lines>;

export const caseWords = {
  steps: 'Steps',
  context: 'Customer and claim',
  run: 'run {{run}}',
  doneBy: '{{state}} {{at}} · {{who}}',
  openSince: 'Up since {{at}}',
  stopped: 'Stopped',
  actions: 'Actions',
  remind: 'Remind of the payment',
  remindTitle: 'Remind of {{amount}}?',
  remindText: 'The reminder goes to {{email}}. It is kind, costs nothing and goes out once.',
  reminded: 'The reminder is on its way.',
  unanswered: 'Still open',
  nothingToDo: 'There is nothing to do here.',
  amountDue: 'Amount',
  amountReceived: 'Received',
  amountOpen: 'Open',
  amount: 'Amount',
  due: 'Due',
  turn: '{{who}} to act',
  expected: 'Expected on {{day}}.',
  net: 'After fees: {{amount}}.',
  nextActions: 'Possible now: {{actions}}.',
  customer: 'Customer',
  claim: 'Claim',
  documents: 'Documents',
  draft: 'View the draft',
  dossier: 'Dossier as ZIP',
  dossierOf: 'Save the dossier of {{number}} as ZIP',
  noDocuments: 'None yet.',
  method: 'On file',
  reference: 'Order',
  externalRef: 'External number',
  channel: 'Channel',
  preferredMethod: 'Preferred method',
  invoicing: 'Invoice',
  externalInvoice: 'Invoice number',
  begun: 'Started',
  ended: 'Ended',
  task: 'Task',
  receipt: 'Receipt',
  everyDetail: 'Every detail',
  timeline: 'Timeline',
  reason: 'Reason',
  registerReceipt: 'Register a receipt',
  receiptText:
    'For money that you have seen on the bank statement or the card terminal. You vouch for it and can then no longer close this case yourself.',
  receiptKind: 'Kind',
  receiptReference: 'Reference or slip number',
  receiptDone: 'The receipt is booked.',
  valueOn: 'Value date',
  book: 'Book',
  cancel: 'Cancel the case',
  cancelTitle: 'Cancel {{number}}?',
  cancelText: 'The pay link stops working and an issued invoice is canceled. This cannot be undone.',
  canceledDone: '{{number}} has been canceled.',
} satisfies Words<typeof de.caseWords>;

export const verify = {
  checks: 'Checks',
  notYet: 'The checks run as soon as this step is up.',
  discrepancies: 'Discrepancies',
  expected: 'Expected',
  found: 'Found',
  acceptReason: 'Accept it as it is, because …',
  acceptHint: 'Leave empty if you correct the details.',
  confirm: 'Finish the check',
  saveOnly: 'Save only',
  correct: 'Correct the details',
  ask: 'Ask the customer',
  asked: 'The customer gets a link to complete the details.',
  done: 'The customer data have been checked.',
} satisfies Words<typeof de.verify>;

export const checklist = {
  required: 'required',
  note: 'What did you see?',
  noteOf: 'Note on: {{item}}',
  evidence: {
    FILE: 'needs a file',
    SIGNED_FILE: 'needs a signed file',
  },
  problem: {
    UNANSWERED: 'Please answer: the step cannot end without this item.',
    NOT_HELD: 'This item has to hold before the step can end.',
    NEEDS_FILE: 'A yes needs a file here. Attach it with the paper clip.',
    NEEDS_SIGNATURE: 'A yes needs a file here with the name and the day of the signature.',
  },
} satisfies Words<typeof de.checklist>;

export const record = {
  save: 'Save',
  saved: 'The customer record has been saved. Please read it back and confirm it.',
  edit: 'Change',
  confirm: 'Confirm version {{number}}',
  confirmed: 'The customer record has been confirmed.',
  confirmedVersion: 'Confirmed version {{number}}',
  savedVersion: 'Saved version {{number}}',
} satisfies Words<typeof de.record>;

export const methodUpdate = {
  request: 'Send the customer a link',
  requested: 'The customer gets a one-time link.',
  skip: 'Go on without a change',
  skipReason: 'Why without a change?',
  skipConfirm: 'Go on',
  skipped: 'The step has been skipped.',
} satisfies Words<typeof de.methodUpdate>;

export const methodReview = {
  title: 'This payment method does not match the original',
  newOne: 'Newly stored',
  first: 'First confirmed',
  none: 'none yet',
  noHolder: 'without a name',
  reason: 'What have you found out?',
  accept: 'Accept',
  refuse: 'Refuse',
  done: 'Decided. The customer is told.',
} satisfies Words<typeof de.methodReview>;

export const reviewReason = {
  HOLDER_DIFFERS: 'It is in another name than the first confirmed one.',
  TYPE_NOT_ALLOWED: 'The workflow of this case allows no payment method of this kind.',
} satisfies Words<typeof de.reviewReason>;

export const paymentTask = {
  dueDefault: 'After the due date, as the workflow says',
  account: 'Account of the customer',
  otherCases: 'Other cases of this customer',
  invoice: 'Preview of the invoice',
  create: 'Create the task',
  createAndInvoice: 'Create the task and issue the invoice',
  done: 'The task has been created.',
} satisfies Words<typeof de.paymentTask>;

export const confirmAmount = {
  payment: 'Payment received',
  resolution: 'Decision',
  checks: 'Further checks',
  confirm: 'Confirm the amount',
  askSecond: 'Ask a second person to agree',
  done: 'The amount has been decided.',
} satisfies Words<typeof de.confirmAmount>;

export const resolution = {
  EXACT: 'Exactly right',
  SKONTO: 'Grant Skonto',
  FEE: 'Bank fee: the customer paid in full',
  ROUNDING: 'Rounding difference',
  PARTIAL: 'Partial: the rest stays open',
  OVER: 'Too much: the surplus becomes credit',
  DUPLICATE: 'Paid twice: all of it becomes credit',
  WRITE_OFF: 'Write off the rest',
} satisfies Words<typeof de.resolution>;

export const effect = {
  allocate: '{{amount}} is allocated',
  writeOff: '{{amount}} is written off',
  givenUp: '{{amount}} falls away',
  credit: '{{amount}} becomes credit',
  posting: 'Posting',
  account: 'Account',
  debit: 'Debit',
  credited: 'Credit',
  secondPerson: 'a second person has to agree',
} satisfies Words<typeof de.effect>;

export const paymentSource = {
  PROVIDER: 'Payment provider',
  BANK: 'Bank',
  MANUAL: 'Registered',
} satisfies Words<typeof de.paymentSource>;

export const approval = {
  title: 'Write off {{amount}}?',
  askedBy: '{{who}} has asked for approval since {{at}}:',
  reason: 'Note (needed to refuse)',
  grant: 'Agree',
  refuse: 'Refuse',
  done: 'The decision has been recorded.',
} satisfies Words<typeof de.approval>;

export const record7 = {
  preview: 'This will be posted',
  allocate: 'Is allocated to the case',
  writeOff: 'Is written off',
  openAfter: 'Open afterwards',
  recorded: 'Posted',
  action: 'Record the payment',
  done: 'The payment has been recorded.',
} satisfies Words<typeof de.record7>;

export const status8 = {
  funded: '{{amount}} of it has arrived',
  published: 'Published status',
  attempts: 'Payment attempts',
  action: 'Ask the payment provider',
  done: 'The status has been compared.',
} satisfies Words<typeof de.status8>;

export const notify = {
  preview: 'What the customer will read',
  request: 'Payment request',
  inPerson: 'In person the customer pays at the card reader; no payment request is sent for that.',
  messages: 'Messages',
  none: 'No message yet.',
  to: 'To',
  subject: 'Subject',
  action: 'Notify the customer',
  done: 'The message is on its way.',
} satisfies Words<typeof de.notify>;

export const closing = {
  open: '{{amount}} still open',
  preCheck: 'Pre-check',
  checks: 'Further checks',
  close: 'Close',
  closeTitle: 'Close {{number}}?',
  closeText: 'The case is then done, and {{amount}} is released for payout. This cannot be taken back.',
  done: '{{number}} has been closed.',
  reject: 'Send back',
  backTo: 'Back to step',
  rejected: 'The case has been sent back.',
} satisfies Words<typeof de.closing>;

export const newCase = {
  title: 'New case',
  text: 'Who is to pay what, and until when?',
  who: 'Who',
  what: 'What',
  how: 'How and until when',
  customer: 'Customer',
  knownCustomer: 'Known customer',
  newCustomer: 'New customer',
  supplyFrom: 'Supplied from',
  supplyTo: 'Supplied to',
  anyMethod: 'The customer chooses',
  referenceHint: 'Your order number',
  inPersonText: 'The customer pays at the card reader now. Invoice and receipt follow by e-mail.',
  noReader: 'A card reader is missing for this.',
  setUpReader: 'Register a card reader',
  noReaderAskOwner: 'A card reader is missing for this. The owner registers it in the settings.',
  requestText: 'The customer gets an e-mail at once, with amount, due date, pay link and GiroCode.',
  start: 'Initiate payment',
} satisfies Words<typeof de.newCase>;
