/** Why a payment attempt has failed, in kinds that the dictionaries word. */
export type DeclineWord =
  | 'INSUFFICIENT_FUNDS'
  | 'EXPIRED_CARD'
  | 'WRONG_DATA'
  | 'NOT_AUTHENTICATED'
  | 'TO_CONFIRM'
  | 'TRY_LATER'
  | 'LIMIT'
  | 'CALLED_OFF'
  | 'NO_CARD'
  | 'READER_FAULT'
  | 'MANDATE'
  | 'RESERVATION_ENDED'
  | 'DECLINED';

const WORD: Readonly<Record<string, DeclineWord>> = {
  insufficient_funds: 'INSUFFICIENT_FUNDS',
  expired_card: 'EXPIRED_CARD',
  incorrect_number: 'WRONG_DATA',
  incorrect_cvc: 'WRONG_DATA',
  incorrect_zip: 'WRONG_DATA',
  invalid_cvc: 'WRONG_DATA',
  invalid_expiry_month: 'WRONG_DATA',
  invalid_expiry_year: 'WRONG_DATA',
  authentication_required: 'TO_CONFIRM',
  payment_intent_authentication_failure: 'NOT_AUTHENTICATED',
  processing_error: 'TRY_LATER',
  try_again_later: 'TRY_LATER',
  issuer_not_available: 'TRY_LATER',
  card_velocity_exceeded: 'LIMIT',
  withdrawal_count_limit_exceeded: 'LIMIT',
  customer_canceled: 'CALLED_OFF',
  reader_canceled: 'CALLED_OFF',
  terminal_reader_timeout: 'NO_CARD',
  terminal_reader_offline: 'READER_FAULT',
  terminal_reader_hardware_fault: 'READER_FAULT',
  debit_not_authorized: 'MANDATE',
  authorization_expired: 'RESERVATION_ENDED',
};

/**
 * Sorts a decline code. What a bank tells about lost or stolen cards stays between it and its customer: everything
 * unknown is simply declined.
 */
export const declineWord = (code: string): DeclineWord => WORD[code] ?? 'DECLINED';
