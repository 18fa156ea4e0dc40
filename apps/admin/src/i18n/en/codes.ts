import type * as de from '../de/codes.ts';
import type { Words } from '../words.ts';

export const template = {
  'payment-request': 'Payment request',
  'data-request': 'Request for details',
  'method-link': 'Link for the payment method',
  'method-reviewed': 'Decision about the payment method',
  'pre-notice': 'Notice of a direct debit',
  'method-expiring': 'Card on file expires',
  'sign-in-code': 'One-time code',
  invoice: 'Invoice',
  'payment-failed': 'Payment failed',
  'partial-received': 'Partial payment received',
  receipt: 'Receipt',
  refund: 'Refund',
  'dispute-or-return': 'Dispute or return',
  reminder: 'Reminder',
  'account-statement': 'Statement of account',
  invitation: 'Invitation',
  'internal-notice': 'Notice to accounts',
  'task-overdue': 'Reminder of an overdue task',
} satisfies Words<typeof de.template>;

export const checkKey = {
  'required-fields': 'Required fields',
  email: 'E-mail',
  phone: 'Telephone',
  'postal-code': 'Postal code',
  iban: 'IBAN',
  'vat-id': 'VAT id',
  'vat-register': 'VAT id in the register',
  duplicates: 'Duplicates',
  holder: 'Holder of card or account',
  verification: 'Check by the provider',
} satisfies Words<typeof de.checkKey>;

export const checkDetail = {
  compared_zero: 'compared with nobody',
  compared_one: 'compared with one other customer',
  compared_other: 'compared with {{count}} other customers',
} satisfies Words<typeof de.checkDetail>;

export const duplicateFact = {
  EMAIL: 'the same e-mail',
  VAT_ID: 'the same VAT id',
  IBAN: 'the same IBAN',
  PHONE: 'the same telephone number',
  NAME_AND_POSTAL_CODE: 'the same name and postal code',
} satisfies Words<typeof de.duplicateFact>;

export const ibanProblem = {
  NoIBANProvided: 'not given',
  NoIBANCountry: 'unknown country',
  WrongBBANLength: 'wrong length',
  WrongBBANFormat: 'wrong form',
  ChecksumNotNumber: 'the check digits are no number',
  WrongIBANChecksum: 'the check digits do not fit',
  WrongAccountBankBranchChecksum: 'the check digit of the account does not fit',
  QRIBANNotAllowed: 'a QR-IBAN is not possible here',
} satisfies Words<typeof de.ibanProblem>;

export const phoneType = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'landline or mobile',
  VOIP: 'internet telephony',
  TOLL_FREE: 'toll-free',
  PREMIUM_RATE: 'premium rate',
  SHARED_COST: 'shared cost',
  PERSONAL_NUMBER: 'personal number',
} satisfies Words<typeof de.phoneType>;

export const vatIdFact = { FORMAT_OK: 'form and check digit fit' } satisfies Words<typeof de.vatIdFact>;

export const checkSource = {
  RECORD: 'The record itself',
  EMAIL_SYNTAX: 'Spelling and domain',
  LIBPHONENUMBER: 'Numbering plan',
  POSTAL_CODE_TABLE: 'Postal code rule of the country',
  IBAN_RULES: 'IBAN check digits',
  VAT_ID_RULES: 'VAT id check digits',
  VIES: 'VIES',
  VAT_REGISTER: 'Register of the tax authorities',
  OWN_CUSTOMERS: 'Own customers',
  PERSON: 'A person',
} satisfies Words<typeof de.checkSource>;

export const preCheck = {
  AMOUNT_SETTLED: 'Nothing left open',
  INVOICE: 'Invoice issued',
  RECEIPT: 'Money allocated and receipt issued',
  CUSTOMER_CONFIRMED: 'Customer record confirmed',
  CUSTOMER_TOLD: 'Customer told',
  NOTHING_RUNNING: 'No attempt, dispute or refund running',
  STATUS_PUBLISHED: 'Status published',
  DIFFERENCES: 'Differences settled',
  CHECKLISTS: 'Own checklist items hold',
} satisfies Words<typeof de.preCheck>;

export const taskReason = {
  PAYMENT_EXPECTED: 'Payment expected',
  VERIFICATION_FAILED: 'Verification of the payment failed',
  HOLDER_DIFFERS: 'Card or account is in another name',
  APPROVAL_ASKED: 'Approval asked for',
  LATE_MONEY: 'Money arrived after closing',
  CHARGE_NOT_MADE: 'Stored method not charged',
  AUTHORIZATION_EXPIRES: 'Reserved amount is lost tomorrow',
  AUTHORIZATION_ENDED: 'Reserved amount is lost',
  AUTHORIZED_AMOUNT_DIFFERS: 'Another amount is reserved',
  CAPTURE_FAILED: 'Reserved amount not captured',
  REFUND_TO_TRANSFER: 'Transfer a refund',
  REFUND_FAILED: 'Refund failed',
  REFUND_AT_PROVIDER: 'Check a refund made at the provider',
  DISPUTE_TO_ANSWER: 'Answer a dispute',
  DISPUTE_LOST: 'Dispute lost: the claim is open again',
  PAYMENT_RETURNED: 'A debit has come back',
  REJECTED: 'Sent back',
  CANCELED: 'Canceled',
  DISCREPANCY_OPEN: 'Resolve a discrepancy',
  CHECK_NOT_PASSED: 'Check not passed',
  CONFIRMATION_REQUIRED: 'Confirm the customer record',
  METHOD_EXPIRED: 'Payment method expires',
  METHOD_EXPIRES: 'A card on file expires',
  METHOD_REVIEW: 'Review the new payment method',
  INVOICE_INCOMPLETE: 'Details for the invoice are missing',
  LINES_DIFFER_FROM_AMOUNT: 'Lines do not add up to the amount',
  SEVERAL_CANDIDATES: 'Several payments to choose from',
  ALLOCATION_REVERSED: 'Allocation taken back: decide anew',
  AMOUNT_DIFFERS: 'Amount differs',
  MANUAL_EVIDENCE: 'Confirm a registered receipt',
  PAYER_DIFFERS: 'Somebody else has paid',
  STATUS_NOT_FINAL: 'Result still open',
  ADDRESS_NOT_DELIVERABLE: 'Customer cannot be reached',
  POLICY_MANUAL: 'To be done by hand',
  MESSAGE_BOUNCED: 'Message undeliverable',
  MESSAGE_FAILED: 'Message not sent',
  SYNC_FAILED: 'Customer record not passed on',
  OUTCOME_UNKNOWN: 'Find out at the provider what became of a payment',
  VAT_ID_NOT_CONFIRMED: 'VAT id not confirmed',
  CASH_UNCLAIMED: 'A customer’s money lies at the payment provider without a payment',
  PAYOUT_FAILED: 'Payout failed',
  EVENT_QUARANTINED: 'Check a message of the payment provider',
  BOOKS_BROKEN: 'Look into the books: a rule does not hold',
  OTHER_RECEIPT_ASKED: 'Money of no customer: consent asked for',
  BANK_RETURN: 'Look into money that came back on the bank account',
  BANK_IMPORT_FAILED: 'A bank statement could not be read',
  STATEMENT_GAP: 'A bank statement is missing',
  BALANCE_DIFFERS: 'Check entries at the payment provider that are missing here',
} satisfies Words<typeof de.taskReason>;

export const payoutFailure = {
  account_closed: 'The bank account is closed',
  account_frozen: 'The bank account is frozen',
  balance_insufficient: 'The payment provider does not have enough available money yet',
  bank_account_restricted: 'The bank account does not take such payments',
  bank_account_unusable: 'The bank account cannot be used',
  could_not_process: 'The bank could not carry out the payment',
  declined: 'The bank has declined the payment',
  incorrect_account_holder_name: 'The name of the account holder is not right',
  insufficient_funds: 'The payment provider does not have enough money',
  invalid_account_number: 'The account number is not right',
  invalid_currency: 'The bank account does not take this currency',
  no_account: 'There is no such bank account',
  provider_unreachable: 'The payment provider has not answered for hours',
} satisfies Words<typeof de.payoutFailure>;

export const purpose = {
  INVOICE: 'Invoice issued',
  STATEMENT: 'Claim entered',
  STORNO: 'Invoice canceled',
  PAYMENT: 'Money received',
  ALLOCATION: 'Payment allocated',
  ADJUSTMENT: 'Adjustment',
  FEE: 'Fee',
  REFUND: 'Refund',
  DISPUTE: 'Dispute',
  PAYOUT: 'Payout',
} satisfies Words<typeof de.purpose>;

export const reasonCode = {
  NO_UPDATE_NEEDED: 'No change needed',
  PAYMENT_ARRIVED: 'More money has arrived',
  CLAIM_REOPENED: 'The claim is open again',
  REJECTED: 'Sent back',
  NOTHING_TO_SEND: 'Nothing new to tell',
  ADDRESS_NOT_DELIVERABLE: 'The customer cannot be reached',
} satisfies Words<typeof de.reasonCode>;

export const messageError = {
  PAYMENT_GIVEN_BACK: 'not sent, because the payment was given back before',
  ADDRESS_BOUNCED: 'not sent, because mails to this address come back',
  NO_SMS_PROVIDER: 'not sent, because no SMS provider is set up',
} satisfies Words<typeof de.messageError>;
