import type { Locale } from '@zahlwerk/domain/money/format-money';
import { bilingual } from './bilingual.ts';

type Reason =
  | 'DECLINED'
  | 'INSUFFICIENT_FUNDS'
  | 'EXPIRED'
  | 'WRONG_DETAILS'
  | 'NOT_CONFIRMED'
  | 'TO_CONFIRM'
  | 'LIMIT'
  | 'NOT_SUPPORTED'
  | 'TEMPORARY'
  | 'ACCOUNT'
  | 'NOT_AUTHORIZED'
  | 'HOLDER'
  | 'CONTRADICTED'
  | 'RESERVATION_ENDED';

/**
 * The provider's failure and decline codes whose reason may be told. All others, above all suspicion of fraud and lost
 * or stolen cards, read as a plain refusal: Stripe asks not to tell the customer, who may not be the holder.
 */
const REASON_BY_CODE: Readonly<Record<string, Reason>> = {
  insufficient_funds: 'INSUFFICIENT_FUNDS',
  expired_card: 'EXPIRED',
  expired_payment_method: 'EXPIRED',
  incorrect_cvc: 'WRONG_DETAILS',
  incorrect_number: 'WRONG_DETAILS',
  incorrect_zip: 'WRONG_DETAILS',
  incorrect_postal_code: 'WRONG_DETAILS',
  incorrect_address: 'WRONG_DETAILS',
  incorrect_pin: 'WRONG_DETAILS',
  invalid_cvc: 'WRONG_DETAILS',
  invalid_number: 'WRONG_DETAILS',
  invalid_pin: 'WRONG_DETAILS',
  invalid_expiry_month: 'WRONG_DETAILS',
  invalid_expiry_year: 'WRONG_DETAILS',
  authentication_required: 'TO_CONFIRM',
  authentication_failure: 'NOT_CONFIRMED',
  authentication_not_handled: 'NOT_CONFIRMED',
  payment_intent_authentication_failure: 'NOT_CONFIRMED',
  setup_intent_authentication_failure: 'NOT_CONFIRMED',
  payment_intent_payment_attempt_expired: 'NOT_CONFIRMED',
  mobile_device_authentication_required: 'TO_CONFIRM',
  card_velocity_exceeded: 'LIMIT',
  withdrawal_count_limit_exceeded: 'LIMIT',
  charge_exceeds_source_limit: 'LIMIT',
  charge_exceeds_weekly_limit: 'LIMIT',
  charge_exceeds_transaction_limit: 'LIMIT',
  amount_too_large: 'LIMIT',
  card_not_supported: 'NOT_SUPPORTED',
  currency_not_supported: 'NOT_SUPPORTED',
  transaction_not_allowed: 'NOT_SUPPORTED',
  service_not_allowed: 'NOT_SUPPORTED',
  sepa_unsupported_account: 'NOT_SUPPORTED',
  three_d_secure_authentication_not_supported: 'NOT_SUPPORTED',
  processing_error: 'TEMPORARY',
  try_again_later: 'TEMPORARY',
  reenter_transaction: 'TEMPORARY',
  issuer_not_available: 'TEMPORARY',
  payment_method_provider_timeout: 'TEMPORARY',
  account_closed: 'ACCOUNT',
  account_invalid: 'ACCOUNT',
  account_number_invalid: 'ACCOUNT',
  no_account: 'ACCOUNT',
  bank_account_closed: 'ACCOUNT',
  bank_account_restricted: 'ACCOUNT',
  bank_account_unusable: 'ACCOUNT',
  debit_not_authorized: 'NOT_AUTHORIZED',
  debit_authorization_not_match: 'NOT_AUTHORIZED',
  payment_intent_mandate_invalid: 'NOT_AUTHORIZED',
  billing_invalid_mandate: 'NOT_AUTHORIZED',
  refer_to_customer: 'NOT_AUTHORIZED',
  incorrect_account_holder_name: 'HOLDER',
  // Nobody has captured in time what the card had been asked for.
  authorization_expired: 'RESERVATION_ENDED',
  // Reasons for which a bank sends a debit back.
  customer_initiated: 'CONTRADICTED',
  incorrect_account_details: 'WRONG_DETAILS',
  bank_cannot_process: 'TEMPORARY',
};

/** Whether the same card or account may well work at the next try. */
const IS_WORTH_A_RETRY: Readonly<Record<Reason, boolean>> = {
  DECLINED: false,
  INSUFFICIENT_FUNDS: true,
  EXPIRED: false,
  WRONG_DETAILS: true,
  NOT_CONFIRMED: true,
  TO_CONFIRM: true,
  LIMIT: false,
  NOT_SUPPORTED: false,
  TEMPORARY: true,
  ACCOUNT: false,
  NOT_AUTHORIZED: false,
  HOLDER: true,
  CONTRADICTED: false,
  RESERVATION_ENDED: true,
};

const TEXTS = bilingual<Readonly<Record<Reason, readonly [reason: string, advice: string]>>>({
  de: {
    DECLINED: [
      'Ihre Bank hat die Zahlung abgelehnt.',
      'Den Grund kann Ihnen nur Ihre Bank nennen. Am schnellsten geht es mit einer anderen Karte oder auf einem anderen Weg.',
    ],
    INSUFFICIENT_FUNDS: [
      'Das Konto hatte keine ausreichende Deckung.',
      'Sie können es erneut versuchen, sobald das Konto gedeckt ist, oder auf einem anderen Weg zahlen.',
    ],
    EXPIRED: [
      'Die Karte ist abgelaufen.',
      'Bitte zahlen Sie mit einer gültigen Karte oder auf einem anderen Weg.',
    ],
    WRONG_DETAILS: [
      'Die eingegebenen Zahlungsdaten stimmten nicht.',
      'Bitte prüfen Sie Nummer, Ablaufdatum und Prüfziffer und versuchen Sie es erneut.',
    ],
    NOT_CONFIRMED: [
      'Die Zahlung wurde bei Ihrer Bank nicht bestätigt.',
      'Bitte versuchen Sie es erneut und bestätigen Sie die Zahlung, wenn Ihre Bank danach fragt.',
    ],
    TO_CONFIRM: [
      'Ihre Bank möchte, dass Sie diese Zahlung selbst bestätigen.',
      'Öffnen Sie dazu die Zahlungsseite und bestätigen Sie die Zahlung, sobald Ihre Bank danach fragt.',
    ],
    LIMIT: [
      'Der Betrag liegt über dem Limit der Karte oder des Kontos.',
      'Bitte erhöhen Sie das Limit bei Ihrer Bank oder zahlen Sie auf einem anderen Weg.',
    ],
    NOT_SUPPORTED: [
      'Diese Karte oder dieses Konto ist für die Zahlung nicht zugelassen.',
      'Bitte zahlen Sie auf einem anderen Weg.',
    ],
    TEMPORARY: [
      'Die Zahlung ist an einer vorübergehenden Störung gescheitert.',
      'Bitte versuchen Sie es in einigen Minuten erneut.',
    ],
    ACCOUNT: [
      'Das angegebene Konto konnte nicht belastet werden.',
      'Bitte zahlen Sie von einem anderen Konto oder auf einem anderen Weg.',
    ],
    NOT_AUTHORIZED: [
      'Die Lastschrift wurde von Ihrer Bank nicht zugelassen.',
      'Bitte zahlen Sie auf einem anderen Weg oder sprechen Sie mit Ihrer Bank.',
    ],
    HOLDER: [
      'Der angegebene Kontoinhaber stimmt nicht mit dem Konto überein.',
      'Bitte versuchen Sie es erneut und geben Sie den Namen genau so an, wie ihn Ihre Bank führt.',
    ],
    CONTRADICTED: [
      'Der Lastschrift wurde widersprochen.',
      'War es ein Versehen? Dann zahlen Sie bitte auf einem anderen Weg.',
    ],
    RESERVATION_ENDED: [
      'Der Betrag war auf Ihrer Karte reserviert; die Reservierung ist abgelaufen, bevor wir ihn eingezogen haben.',
      'Das lag nicht an Ihnen. Bitte zahlen Sie noch einmal, gern mit derselben Karte.',
    ],
  },
  en: {
    DECLINED: [
      'Your bank declined the payment.',
      'Only your bank can tell you why. The quickest way is another card or another payment method.',
    ],
    INSUFFICIENT_FUNDS: [
      'There were not enough funds in the account.',
      'You can try again once the account is covered, or pay in another way.',
    ],
    EXPIRED: ['The card has expired.', 'Please pay with a valid card or in another way.'],
    WRONG_DETAILS: [
      'The payment details entered were not correct.',
      'Please check number, expiry date and security code and try again.',
    ],
    NOT_CONFIRMED: [
      'The payment was not confirmed with your bank.',
      'Please try again and confirm the payment when your bank asks you to.',
    ],
    TO_CONFIRM: [
      'Your bank wants you to confirm this payment yourself.',
      'Please open the payment page and confirm the payment as soon as your bank asks you to.',
    ],
    LIMIT: [
      'The amount exceeds the limit of the card or account.',
      'Please raise the limit with your bank or pay in another way.',
    ],
    NOT_SUPPORTED: ['This card or account cannot be used for the payment.', 'Please pay in another way.'],
    TEMPORARY: ['The payment failed because of a temporary problem.', 'Please try again in a few minutes.'],
    ACCOUNT: [
      'The account you gave could not be debited.',
      'Please pay from another account or in another way.',
    ],
    NOT_AUTHORIZED: [
      'Your bank did not permit the direct debit.',
      'Please pay in another way or speak to your bank.',
    ],
    HOLDER: [
      'The account holder you gave does not match the account.',
      'Please try again and give the name exactly as your bank knows it.',
    ],
    CONTRADICTED: ['The direct debit was objected to.', 'Was it a mistake? Then please pay in another way.'],
    RESERVATION_ENDED: [
      'The amount was reserved on your card; the reservation expired before we collected it.',
      'This was not your fault. Please pay once more, with the same card if you like.',
    ],
  },
});

export interface FailureReason {
  /** What happened, in one sentence. */
  readonly reason: string;
  /** What to do now. */
  readonly advice: string;
  readonly isWorthARetry: boolean;
  /** The customer is needed: the bank asks for nothing but their consent. */
  readonly isToConfirm: boolean;
}

/** What to tell a customer about a failed payment; an unknown or missing code reads as a plain refusal. */
export const failureReason = (code: string | null, locale: Locale): FailureReason => {
  const key = (code !== null && Object.hasOwn(REASON_BY_CODE, code) && REASON_BY_CODE[code]) || 'DECLINED';
  const [reason, advice] = TEXTS[locale][key];
  return { reason, advice, isWorthARetry: IS_WORTH_A_RETRY[key], isToConfirm: key === 'TO_CONFIRM' };
};
