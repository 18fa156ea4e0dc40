import type * as de from '../de/evidence.ts';
import type { Words } from '../words.ts';

export const evidence = {
  MANUAL_BANK_TRANSFER: 'Registered bank transfer',
  MANUAL_CARD_TERMINAL: 'Registered card slip',
  READER_STARTED: 'Begun at the card reader',
  CHIP_READ: 'Chip of the card read',
  CHIP_AND_PIN: 'Chip read, PIN verified',
  CONTACTLESS: 'Chip read contactlessly',
  CHIP_NOT_READ: 'Not read from the chip (magnetic stripe)',
  PIN_WRONG: 'PIN or signature not confirmed',
  CARD_CHOSEN: 'Card entered',
  DEBIT_CHOSEN: 'Direct debit chosen',
  CARD_AUTHENTICATED: 'Card checked, holder authenticated (3-D Secure)',
  CARD_CHECKED: 'Card checked',
  CARD_CHECKS_FAILED: 'Checks of the card not passed',
  HOLDER_DIFFERS: 'Card or account is in another name than the customer’s',
  MANDATE_ACCEPTED: 'SEPA mandate accepted',
  NETWORK_APPROVED: 'Approved by the bank',
  NETWORK_DECLINED: 'Declined by the bank',
  CHARGE: 'Credit {{detail}}',
  TRANSFER_SEEN: 'Transfer credited',
  PAYER_NAMED: 'The payer’s name is known',
  PAYER_UNKNOWN: 'The bank does not say who has transferred',
  BANK_CREDIT: 'Bank credit {{detail}}',
} satisfies Words<typeof de.evidence>;

export const decline = {
  INSUFFICIENT_FUNDS: 'The card or account has insufficient funds.',
  EXPIRED_CARD: 'The card has expired.',
  WRONG_DATA: 'The details of the card are wrong.',
  RESERVATION_ENDED: 'The reservation on the card expired before it was captured.',
  TO_CONFIRM: 'The bank wants the customer to confirm in person; an e-mail has asked for that.',
  NOT_AUTHENTICATED: 'The payment was not authenticated (3-D Secure).',
  TRY_LATER: 'The bank could not be reached just now.',
  LIMIT: 'The limit of the card has been reached.',
  CALLED_OFF: 'The payment was called off at the card reader.',
  NO_CARD: 'No card was presented.',
  READER_FAULT: 'The card reader reports a fault.',
  MANDATE: 'The bank did not honor the direct debit.',
  DECLINED: 'The bank has declined the payment.',
} satisfies Words<typeof de.decline>;
