import type * as de from '../de/customers.ts';
import type { Words } from '../words.ts';

export const customerKind = {
  PERSON: 'Person',
  COMPANY: 'Company',
} satisfies Words<typeof de.customerKind>;

export const customerField = {
  kind: 'Kind',
  company: 'Company name',
  givenName: 'Given name',
  familyName: 'Family name',
  contact: 'Contact person',
  street: 'Street and number',
  postalCode: 'Postal code',
  city: 'City',
  country: 'Country',
  email: 'E-mail',
  phone: 'Telephone',
  vatId: 'VAT id',
  taxNumber: 'Tax number',
  iban: 'IBAN',
  language: 'Language',
  wantsSms: 'Wants text messages, too',
} satisfies Words<typeof de.customerField>;

export const customerError = {
  REQUIRED: 'Please fill this in.',
  NOT_TEXT: 'This is not text.',
  TOO_LONG: 'This is too long.',
  CONTROL_CHARACTER: 'This contains control characters.',
  LONE_SURROGATE: 'This contains an invalid character.',
  BIDI_CONTROL: 'This contains characters that change the writing direction.',
  CARD_NUMBER: 'This looks like a card number. Card numbers do not belong here.',
  UNKNOWN_KIND: 'Please choose person or company.',
  UNKNOWN_COUNTRY: 'Please choose a country.',
  UNKNOWN_LANGUAGE: 'Please choose a language.',
  NOT_BOOLEAN: 'Please choose yes or no.',
  EMAIL_UNSAFE: 'Nothing can safely be sent to this address.',
  EMAIL_MALFORMED: 'This is not an e-mail address.',
  PHONE_INVALID: 'This is not a telephone number in this country.',
  POSTAL_CODE_INVALID: 'There is no such postal code in this country.',
  IBAN_INVALID: 'This IBAN is wrong. Please check the digits.',
  VAT_ID_INVALID: 'This VAT id is wrong.',
  TAX_NUMBER_INVALID: 'A tax number has 8 to 13 digits.',
} satisfies Words<typeof de.customerError>;

export const customers = {
  title: 'Customers',
  label: 'All customers',
  search: 'Name, number or e-mail',
  name: 'Name',
  number: 'Number',
  place: 'City',
  state: 'State',
  openBalance_one: 'Open ({{count}} case)',
  openBalance_other: 'Open ({{count}} cases)',
  overdueBalance: 'Overdue',
  credit: 'Credit',
  received: 'Received in all',
  none: 'No customers yet',
  noneText:
    'Customers come into being with their first case. Their details are checked and confirmed on the way.',
  noMatch: 'No customer matches',
  noMatchText: 'Try another name, a number or an e-mail address.',
  profile: 'Details',
  versions: 'Versions',
  version: 'Version {{number}}',
  versionSaved: 'Saved {{at}} by {{who}}',
  versionConfirmed: 'Confirmed {{at}} by {{who}}',
  notConfirmed: 'Not confirmed yet',
  against: 'Difference to the version before',
  account: 'Account',
  statement: 'Statement (PDF)',
  mailStatement: 'Send by mail',
  mailStatementTitle: 'Send the statement by mail?',
  mailStatementText: 'The statement from {{from}} to {{until}} goes to {{email}} as a PDF.',
  mailedToday: 'One has gone to this customer today already. Send another one all the same?',
  mailAgain: 'Send again',
  statementMailed: 'The statement is on its way.',
  statementFrom: 'Statement from',
  statementUntil: 'Statement until',
  statementPeriod: 'A year at most, from the first day to the last.',
  methods: 'Payment methods',
  noMethods: 'None on file.',
  methodExpires: 'valid until {{day}}',
  methodNoticed: 'customer told on {{day}}',
  methodSingleChannel: 'confirmed by e-mail only',
  methodDefault: 'Default',
  cases: 'Cases',
  invoices: 'Invoices',
  history: 'History',
  count_one: '{{shown}} customer',
  count_other: '{{shown}} customers',
  bounced: 'The last e-mail came back. Nothing is sent there until the address has been changed.',
  connected: 'Connected systems',
  newCase: 'New case',
} satisfies Words<typeof de.customers>;

export const syncTarget = {
  PROVIDER: 'Payment provider',
  WEBHOOK: 'Partner',
  LIVE: 'Live views',
} satisfies Words<typeof de.syncTarget>;

export const syncState = {
  PENDING: 'Being passed on',
  SYNCED: 'Up to date',
  FAILED: 'Failed',
} satisfies Words<typeof de.syncState>;

export const vatRegister = {
  title: 'VAT id in the register',
  never: 'Not asked yet.',
  now: 'Check now',
  vatId: 'Asked about',
  askedAt: 'Asked on',
  askedBy: 'By',
  answeredAt: 'Answered on',
  askAt: 'Next try',
  register: 'Register',
  requestNumber: 'Consultation number',
  name: 'Name in the register',
  address: 'Address in the register',
  nameMatch: 'Comparison',
  reason: 'Reason',
  others_one: 'One more question',
  others_other: '{{count}} more questions',
} as const satisfies Words<typeof de.vatRegister>;

export const vatStanding = {
  CONFIRMED: 'Confirmed',
  OTHER_NAME: 'Valid, but under another name',
  NOT_CONFIRMED: 'Not confirmed',
  UNAVAILABLE: 'No answer',
  ASKED: 'Being asked',
} as const satisfies Words<typeof de.vatStanding>;

export const nameMatch = {
  SAME: 'The name is the same',
  OTHER: 'The name is another',
  NOT_TOLD: 'The name is not told',
} as const satisfies Words<typeof de.nameMatch>;

export const vatReason = {
  SWITCHED_OFF: 'No register has been set up on this server',
  TIMEOUT: 'The register did not answer in time',
  UNREACHABLE: 'The register could not be reached',
  UNREADABLE: 'The answer could not be read',
  SUPERSEDED: 'Another question has taken its place',
  CONFIRMED: 'Confirmed',
  NOT_CONFIRMED: 'Not confirmed',
  OTHER_NAME: 'Valid, but under another name',
  NOT_ASKED: 'Not asked yet',
  INVALID_INPUT: 'There can be no such id',
  INVALID_REQUESTER_INFO: 'Your own VAT id was not accepted',
  SERVICE_UNAVAILABLE: 'The register was not available',
  MS_UNAVAILABLE: 'The register of the member state was not available',
  MS_MAX_CONCURRENT_REQ: 'The register of the member state was overloaded',
  GLOBAL_MAX_CONCURRENT_REQ: 'The register was overloaded',
} as const satisfies Words<typeof de.vatReason>;

export const merge = {
  duplicates: 'Possible duplicates',
  open: 'Merge {{name}} …',
  leadsOnly: 'Only a team lead or an owner may merge.',
  title: 'Merge customers',
  stays: 'Stays',
  goes: 'Lives on in it',
  cases: 'Cases that go along',
  openAmount: 'Of these open',
  swap: 'Swap',
  lead: 'Cases, credit, messages and stored payment methods go along. Issued invoices stay as they are. This cannot be taken back.',
  reason: 'Reason',
  confirm: 'Merge',
  isMerged: 'This record has been merged.',
  survivor: 'To the record that stays: {{name}}',
} as const satisfies Words<typeof de.merge>;
