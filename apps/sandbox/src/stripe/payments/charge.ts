import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import type { Authenticated } from '../cards/authentication.ts';
import type { Decline } from '../cards/decline.ts';
import { newId } from '../ids.ts';
import { cardPresentDetails } from '../terminal/card-present.ts';
import type { Scope } from '../world.ts';
import { testCardOf } from './payment-method.ts';

const DAY = 86_400;

/** How long a bank keeps an authorization: a week, two days for a card that was present. */
export const authorizationSeconds = (method: Stripe.PaymentMethod): number =>
  method.card_present ? 2 * DAY : 7 * DAY;

/** The reader a card was held to, and where it stands. */
export interface AtReader {
  readonly id: string;
  readonly location: string | null;
}

export interface ChargeInput {
  readonly intent: Stripe.PaymentIntent;
  readonly method: Stripe.PaymentMethod;
  readonly status: 'succeeded' | 'pending' | 'failed';
  readonly captured: boolean;
  readonly decline: Decline | null;
  readonly authenticated: Authenticated;
  readonly mandate: string | null;
  readonly reader?: AtReader | null;
  /** The card saved for later from one that was present. */
  readonly generatedCard?: string | null;
}

/** How a network knows an authentication: done, or tried. */
const INDICATOR = { challenge: '05', frictionless: '05', attempted: '06' } as const;

const threeDSecure = (
  how: NonNullable<Authenticated>,
): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure => ({
  authentication_flow: how === 'challenge' ? 'challenge' : 'frictionless',
  electronic_commerce_indicator: INDICATOR[how],
  exemption_indicator: null,
  result: how === 'attempted' ? 'attempt_acknowledged' : 'authenticated',
  result_reason: null,
  transaction_id: randomUUID(),
  version: '2.2.0',
});

const cardDetails = (
  scope: Scope,
  card: Stripe.PaymentMethod.Card,
  { intent, method, captured, status, authenticated }: ChargeInput,
): Stripe.Charge.PaymentMethodDetails.Card => {
  const approved = status === 'succeeded';
  const cvc = testCardOf(scope, method)?.checks?.cvc ?? 'pass';
  return {
    amount_authorized: approved ? intent.amount : null,
    authorization_code: approved ? '123456' : null,
    brand: card.brand,
    ...(approved && !captured ? { capture_before: scope.now() + authorizationSeconds(method) } : {}),
    checks: {
      address_line1_check: card.checks?.address_line1_check ?? null,
      address_postal_code_check: card.checks?.address_postal_code_check ?? null,
      // The bank checks the code on the first charge; a saved card has none to check.
      cvc_check: method.customer ? null : cvc,
    },
    country: card.country,
    electronic_commerce_indicator: authenticated ? INDICATOR[authenticated] : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: approved ? newId('ntid').slice(5, 20) : null,
    overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated ? threeDSecure(authenticated) : null,
    transaction_link_id: null,
    wallet: null,
  };
};

const methodDetails = (scope: Scope, input: ChargeInput): Stripe.Charge.PaymentMethodDetails => {
  const { method, mandate } = input;
  if (method.card) return { card: cardDetails(scope, method.card, input), type: 'card' };
  if (method.card_present) {
    const approved = input.status === 'succeeded';
    const card_present = cardPresentDetails({
      card: method.card_present,
      pin: testCardOf(scope, method)?.pin,
      amountAuthorized: approved ? input.intent.amount : null,
      captureBefore: approved && !input.captured ? scope.now() + authorizationSeconds(method) : null,
      generatedCard: input.generatedCard ?? null,
      reader: input.reader?.id ?? null,
      location: input.reader?.location ?? null,
    });
    return { card_present, type: 'card_present' };
  }
  if (method.customer_balance) return { customer_balance: {}, type: 'customer_balance' };
  const debit = method.sepa_debit;
  return {
    sepa_debit: {
      bank_code: debit?.bank_code ?? null,
      branch_code: debit?.branch_code ?? null,
      country: debit?.country ?? null,
      fingerprint: debit?.fingerprint ?? null,
      last4: debit?.last4 ?? null,
      mandate,
    },
    type: 'sepa_debit',
  };
};

const outcomeOf = (scope: Scope, { method, decline }: ChargeInput): Stripe.Charge.Outcome => {
  const risk = method.card
    ? testCardOf(scope, method)?.risk === 'elevated'
      ? { risk_level: 'elevated', risk_score: 68 }
      : { risk_level: 'normal', risk_score: 20 }
    : { risk_level: 'not_assessed' };
  if (!decline) {
    return {
      ...risk,
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    ...(decline.blocked ? { risk_level: 'highest', risk_score: 90 } : risk),
    advice_code: decline.adviceCode ?? null,
    network_advice_code: null,
    network_decline_code: decline.blocked ? null : '05',
    network_status: decline.blocked ? 'not_sent_to_network' : 'declined_by_network',
    reason: decline.blocked ? 'highest_risk_level' : decline.declineCode,
    seller_message: decline.sellerMessage,
    type: decline.blocked ? 'blocked' : 'issuer_declined',
  };
};

/** Records one try to move money. Its balance transaction comes separately, once there is one. */
export const createCharge = (scope: Scope, input: ChargeInput): Stripe.Charge => {
  const { intent, method, status, captured, decline } = input;
  // Stripe names charges that are no card charges `py_…`.
  const id = newId(method.card || method.card_present ? 'ch' : 'py');
  return scope.tables.charges.put({
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: captured && status !== 'failed' ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? 'ZAHLWERK SANDBOX',
    captured: captured && status !== 'failed',
    created: scope.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(scope, input),
    paid: status === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(scope, input),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: status === 'succeeded' ? `${scope.world.stripeUrl}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  });
};

/** The charge an intent has tried last. */
export const latestCharge = (scope: Scope, intent: Stripe.PaymentIntent): Stripe.Charge | undefined =>
  typeof intent.latest_charge === 'string' ? scope.tables.charges.get(intent.latest_charge) : undefined;
