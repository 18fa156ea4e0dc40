/**
 * What may follow a failed try with the same means of payment: LATER the same may work by itself, CUSTOMER_CONFIRMS the bank
 * wants the customer there, OTHER_METHOD this one will not do, NEVER nobody may ask the bank for it again.
 */
export type NextTry = 'LATER' | 'CUSTOMER_CONFIRMS' | 'OTHER_METHOD' | 'NEVER';

/**
 * Stripe's decline codes of cards and failure codes of debits, by the next step that Stripe names for each
 * (docs.stripe.com/declines/codes, docs.stripe.com/payments/sepa-debit). What only the customer's bank can explain is
 * not asked for again by itself.
 */
const NEXT_TRY: Readonly<Record<string, NextTry>> = {
  approve_with_id: 'LATER',
  authentication_failure: 'CUSTOMER_CONFIRMS',
  authentication_not_handled: 'CUSTOMER_CONFIRMS',
  authentication_required: 'CUSTOMER_CONFIRMS',
  bank_cannot_process: 'LATER',
  insufficient_funds: 'LATER',
  issuer_not_available: 'LATER',
  mobile_device_authentication_required: 'CUSTOMER_CONFIRMS',
  payment_intent_authentication_failure: 'CUSTOMER_CONFIRMS',
  payment_intent_payment_attempt_expired: 'CUSTOMER_CONFIRMS',
  payment_method_provider_timeout: 'LATER',
  processing_error: 'LATER',
  reenter_transaction: 'LATER',
  try_again_later: 'LATER',
  withdrawal_count_limit_exceeded: 'LATER',

  account_closed: 'OTHER_METHOD',
  bank_account_closed: 'OTHER_METHOD',
  bank_account_restricted: 'OTHER_METHOD',
  bank_account_unusable: 'OTHER_METHOD',
  call_issuer: 'OTHER_METHOD',
  card_not_supported: 'OTHER_METHOD',
  card_velocity_exceeded: 'OTHER_METHOD',
  currency_not_supported: 'OTHER_METHOD',
  do_not_honor: 'OTHER_METHOD',
  duplicate_transaction: 'OTHER_METHOD',
  expired_card: 'OTHER_METHOD',
  generic_decline: 'OTHER_METHOD',
  incorrect_account_holder_name: 'OTHER_METHOD',
  incorrect_address: 'OTHER_METHOD',
  incorrect_cvc: 'OTHER_METHOD',
  incorrect_number: 'OTHER_METHOD',
  incorrect_pin: 'OTHER_METHOD',
  incorrect_zip: 'OTHER_METHOD',
  invalid_account: 'OTHER_METHOD',
  invalid_amount: 'OTHER_METHOD',
  invalid_cvc: 'OTHER_METHOD',
  invalid_expiry_month: 'OTHER_METHOD',
  invalid_expiry_year: 'OTHER_METHOD',
  invalid_number: 'OTHER_METHOD',
  invalid_pin: 'OTHER_METHOD',
  new_account_information_available: 'OTHER_METHOD',
  no_account: 'OTHER_METHOD',
  no_action_taken: 'OTHER_METHOD',
  not_permitted: 'OTHER_METHOD',
  offline_pin_required: 'OTHER_METHOD',
  online_or_offline_pin_required: 'OTHER_METHOD',
  pin_try_exceeded: 'OTHER_METHOD',
  refer_to_customer: 'OTHER_METHOD',
  sepa_unsupported_account: 'OTHER_METHOD',
  service_not_allowed: 'OTHER_METHOD',
  testmode_decline: 'OTHER_METHOD',
  transaction_not_allowed: 'OTHER_METHOD',

  debit_not_authorized: 'NEVER',
  do_not_try_again: 'NEVER',
  fraudulent: 'NEVER',
  lost_card: 'NEVER',
  merchant_blacklist: 'NEVER',
  payment_intent_mandate_invalid: 'NEVER',
  pickup_card: 'NEVER',
  restricted_card: 'NEVER',
  revocation_of_all_authorizations: 'NEVER',
  revocation_of_authorization: 'NEVER',
  security_violation: 'NEVER',
  stolen_card: 'NEVER',
  stop_payment_order: 'NEVER',
};

/** What may follow; a code that nobody knows yet is not tried again by itself. */
export const nextTry = (code: string): NextTry =>
  (Object.hasOwn(NEXT_TRY, code) && NEXT_TRY[code]) || 'OTHER_METHOD';

/** Days from a failed try to the next, which is the third and last. */
const CARD_DAYS = [2, 5] as const;

/** A debit that was not covered may be presented once more; each return costs a fee. */
const DEBIT_DAYS = [5] as const;

interface FailedTry {
  readonly code: string;
  readonly methodType: 'CARD' | 'SEPA_DEBIT' | 'BANK_TRANSFER';
  /** Counted from 1. */
  readonly tryNumber: number;
}

/** After how many days a stored method is charged again by itself; null where it is not. */
export const daysUntilNextTry = ({ code, methodType, tryNumber }: FailedTry): number | null => {
  if (nextTry(code) !== 'LATER') return null;
  if (methodType === 'CARD') return CARD_DAYS[tryNumber - 1] ?? null;
  return code === 'insufficient_funds' ? (DEBIT_DAYS[tryNumber - 1] ?? null) : null;
};
