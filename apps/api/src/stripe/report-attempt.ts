import { type Currency, isCurrency } from '@zahlwerk/domain/money/currency';
import { money } from '@zahlwerk/domain/money/money';
import type { ProviderReport, ProviderSettlement } from '@zahlwerk/domain/payments/apply-attempt';
import { AUTHORIZATION_EXPIRED } from '@zahlwerk/domain/payments/capture-edges';
import type { AttemptState } from '@zahlwerk/domain/workflow/payment-case';
import type Stripe from 'stripe';
import { intentAtReader } from './reader-payment.ts';

/** How a PaymentIntent's status reads as the state of an attempt; a fresh one and a declined one share a status. */
const stateOf = (intent: Stripe.PaymentIntent): AttemptState => {
  switch (intent.status) {
    case 'requires_payment_method':
      return intent.last_payment_error ? 'DECLINED' : 'CREATED';
    case 'requires_confirmation':
      return 'CREATED';
    case 'requires_action':
      return 'REQUIRES_ACTION';
    case 'processing':
      return 'PROCESSING';
    case 'requires_capture':
      return 'AUTHORIZED';
    case 'succeeded':
      return 'SUCCEEDED';
    case 'canceled':
      return 'CANCELED';
    default:
      return 'UNKNOWN';
  }
};

const chargeOf = (intent: Stripe.PaymentIntent): Stripe.Charge | null =>
  intent.latest_charge && typeof intent.latest_charge !== 'string' ? intent.latest_charge : null;

/** Of a bank debit the intent says only this; why, its charge knows. */
const NO_REASON = 'payment_intent_payment_attempt_failed';

/** Ended by the provider itself while it still held money for us: the bank keeps nothing reserved for longer. */
const hasExpired = (intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): boolean =>
  intent.status === 'canceled' &&
  intent.cancellation_reason === 'automatic' &&
  charge?.status === 'succeeded' &&
  !charge.captured;

const failureOf = (intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): ProviderReport['failure'] => {
  const { last_payment_error: error } = intent;
  if (hasExpired(intent, charge))
    return { code: AUTHORIZATION_EXPIRED, message: null, ref: charge?.id ?? null };
  if (!error) return null;
  const debit = error.code === NO_REASON ? charge : null;
  return {
    code: error.decline_code ?? debit?.failure_code ?? error.code ?? 'unknown',
    message: error.message ?? null,
    // Where no money was asked for, the method that was given for this one try names it.
    ref: error.charge ?? debit?.id ?? error.payment_method?.id ?? null,
  };
};

/** Rule 3 for cards: checks not failed, and authentication passed or not required. */
const cardVerification = (card: Stripe.Charge.PaymentMethodDetails.Card): ProviderReport['verification'] => {
  const { checks, three_d_secure: secure } = card;
  const failed = [checks?.cvc_check, checks?.address_line1_check, checks?.address_postal_code_check].includes(
    'fail',
  );
  const authentication = secure?.result ?? 'not_required';
  const passed = !failed && authentication !== 'failed' && authentication !== 'not_supported';
  return { passed, evidence: `card:checks=${failed ? 'fail' : 'ok'},3ds=${authentication}` };
};

/** A chip cannot be copied, a magnetic stripe can. */
const CHIP = new Set(['contact_emv', 'contactless_emv']);

/** Rule 3 for a reader: read from the chip, and no PIN or signature that was wrong. */
const presentVerification = (
  card: Stripe.Charge.PaymentMethodDetails.CardPresent,
): ProviderReport['verification'] => {
  const read = card.read_method ?? 'unknown';
  const cvm = card.receipt?.cardholder_verification_method ?? 'none';
  return { passed: CHIP.has(read) && cvm !== 'failure', evidence: `card_present:read=${read},cvm=${cvm}` };
};

const verificationOf = (charge: Stripe.Charge | null): ProviderReport['verification'] => {
  const details = charge?.payment_method_details;
  if (details?.card) return cardVerification(details.card);
  if (details?.card_present) return presentVerification(details.card_present);
  if (details?.sepa_debit) return { passed: true, evidence: 'sepa_debit:mandate' };
  return null;
};

const methodOf = (intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): string =>
  charge?.payment_method_details?.type ?? intent.payment_method_types[0] ?? 'unknown';

export const currencyOf = (code: string): Currency => {
  const upper = code.toUpperCase();
  if (!isCurrency(upper)) throw new RangeError(`The provider reports an unknown currency: ${upper}`);
  return upper;
};

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** A debit or card payment is money of the business only when its balance transaction exists. */
const settlementOf = (
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | null,
): ProviderSettlement | null => {
  const transaction = charge?.balance_transaction;
  if (intent.status !== 'succeeded' || !charge || !transaction || typeof transaction === 'string')
    return null;
  const currency = currencyOf(transaction.currency);
  return {
    chargeRef: charge.id,
    amount: money(BigInt(charge.amount_captured), currencyOf(charge.currency)),
    fee: money(BigInt(transaction.fee), currency),
    feeRef: transaction.id,
    valueOn: dayOf(transaction.created),
    availableOn: dayOf(transaction.available_on),
    payer: charge.billing_details.name,
    evidence: `stripe:${charge.id}`,
  };
};

const DAY_SECONDS = 86_400;

/** How long banks keep an amount reserved where the charge does not say: a week online, two days for a card that was present. */
const daysOf = ({ card_present: present }: Stripe.Charge.PaymentMethodDetails): number => (present ? 2 : 7);

const authorizationOf = (
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | null,
): ProviderReport['authorization'] => {
  const details = charge?.payment_method_details;
  if (intent.status !== 'requires_capture' || !charge || !details) return null;
  const said = (details.card ?? details.card_present)?.capture_before;
  const expiresAt = said ?? charge.created + daysOf(details) * DAY_SECONDS;
  return { expiresAt: new Date(expiresAt * 1000), payer: charge.billing_details.name };
};

/** The one evidence of an initiation at a reader, whether the display or the paid charge proves it. */
const STARTED_AT_READER = 'reader:action_started';

const initiationOf = (method: string): string =>
  method === 'card_present' ? STARTED_AT_READER : `stripe:${method}`;

/** Translates a PaymentIntent (with `latest_charge.balance_transaction` expanded) into what the rules understand. */
export const reportAttempt = (attemptId: string, intent: Stripe.PaymentIntent): ProviderReport => {
  const charge = chargeOf(intent);
  const initiated = intent.payment_method !== null || charge !== null || intent.last_payment_error !== null;
  return {
    attemptId,
    state: stateOf(intent),
    providerRef: intent.id,
    failure: failureOf(intent, charge),
    initiation: initiated ? initiationOf(methodOf(intent, charge)) : null,
    verification: verificationOf(charge),
    approval: charge?.outcome?.network_status ? `network:${charge.outcome.network_status}` : null,
    authorization: authorizationOf(intent, charge),
    settlement: settlementOf(intent, charge),
  };
};

/** Nothing has gone wrong with a card: the customer has walked away, or the reader has been given something else to do. */
const GONE = { code: 'reader_canceled', message: null, ref: null };

/**
 * The same for a card at a reader. As long as none has been taken, the display says how it stands: it waits, or has
 * given up. One that shows nothing of ours any more, though it was waiting, has been taken away from.
 */
export const reportAtReader = (
  { attemptId, isAwaited }: { readonly attemptId: string; readonly isAwaited: boolean },
  intent: Stripe.PaymentIntent,
  reader: Stripe.Terminal.Reader | null,
): ProviderReport => {
  const report = reportAttempt(attemptId, intent);
  if (intent.status !== 'requires_payment_method') return report;
  const action = reader && intentAtReader(reader) === intent.id ? reader.action : null;
  const shown = { ...report, initiation: STARTED_AT_READER };
  if (action?.status === 'in_progress') return { ...shown, state: 'REQUIRES_ACTION', failure: null };
  // What a bank has said stands with the intent.
  if (action?.status === 'failed' && action.api_error) return shown;
  if (action?.status === 'failed') {
    const failure = { code: action.failure_code ?? GONE.code, message: action.failure_message, ref: null };
    return { ...shown, state: 'DECLINED', failure };
  }
  return isAwaited ? { ...shown, state: 'DECLINED', failure: GONE } : report;
};
