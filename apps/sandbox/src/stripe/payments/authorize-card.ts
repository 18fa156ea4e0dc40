import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import type { Authenticated } from '../cards/authentication.ts';
import type { Decline } from '../cards/decline.ts';
import type { TestCard } from '../cards/test-card.ts';
import { cardByNumber } from '../cards/test-cards.ts';
import { post, SETTLEMENT_DAYS } from '../money/balance-transactions.ts';
import { feeFor } from '../money/fees.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule } from '../world.ts';
import { attach } from './attach.ts';
import { type Attempt, failIntent, saveMethod } from './attempt.ts';
import { failureOf } from './card-error.ts';
import { type AtReader, authorizationSeconds, createCharge } from './charge.ts';
import { createCardMethod } from './payment-method.ts';

/** The bank (or the sandbox in its name) refuses: a failed charge, and the intent waits for another method. */
export const declineCard = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  authenticated: Authenticated,
  reader: AtReader | null = null,
): Attempt => {
  const charge = createCharge(scope, {
    intent,
    method,
    status: 'failed',
    captured: false,
    decline,
    authenticated,
    mandate: null,
    reader,
  });
  emit(scope, 'charge.failed', charge);
  return failIntent(scope, intent, failureOf(decline, method, charge.id), charge.id);
};

/** Books a captured card charge on the balance. */
export const bookCardCharge = (
  scope: Scope,
  charge: Stripe.Charge,
  card: TestCard,
  amount: number,
): Stripe.Charge => {
  const transaction = post(scope, {
    type: 'charge',
    source: charge.id,
    amount,
    fee: feeFor(charge.payment_method_details?.card_present ? 'card_present' : 'card', amount),
    currency: charge.currency,
    availableOn: card.bypassesPending ? scope.now() : businessDaysAfter(scope.now(), SETTLEMENT_DAYS),
    description: charge.description,
  });
  if (card.disputes || card.earlyFraudWarning) schedule(scope, 'dispute.open', scope.now(), charge.id);
  return scope.tables.charges.put({ ...charge, balance_transaction: transaction.id });
};

/** Due work: with `automatic_async` the money is booked after the answer, and an event tells of it. */
export const bookLater = (scope: Scope, chargeId: string): void => {
  const charge = scope.tables.charges.get(chargeId);
  const source = charge?.payment_method
    ? scope.tables.instruments.get(charge.payment_method)?.source
    : undefined;
  const card = source?.type === 'card' ? cardByNumber(source.number) : undefined;
  if (!charge || !card) return;
  emit(scope, 'charge.updated', bookCardCharge(scope, charge, card, charge.amount), {
    balance_transaction: null,
  });
};

/** A card that was present cannot be charged again; one made from it can, when the payment asked for that. */
const generateCard = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: TestCard,
): string | null => {
  const { customer, setup_future_usage: usage } = intent;
  if (!method.card_present || !usage || typeof customer !== 'string') return null;
  const { exp_month: expMonth, exp_year: expYear } = method.card_present;
  const generated = createCardMethod(scope, { card, expMonth, expYear, hasCvc: false });
  attach(scope, generated.id, customer);
  return generated.id;
};

/** Asks the bank, after authentication where that was needed. */
export const authorizeCard = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: TestCard,
  authenticated: Authenticated,
  reader: AtReader | null = null,
): Attempt => {
  const decline = card.decline ?? (intent.customer ? card.declineWhenSaved : undefined);
  if (decline) return declineCard(scope, intent, method, decline, authenticated, reader);

  const captured = intent.capture_method !== 'manual';
  const bare = createCharge(scope, {
    intent,
    method,
    status: 'succeeded',
    captured,
    decline: null,
    authenticated,
    mandate: null,
    reader,
    generatedCard: generateCard(scope, intent, method, card),
  });
  const charge =
    intent.capture_method === 'automatic' ? bookCardCharge(scope, bare, card, intent.amount) : bare;
  if (intent.capture_method === 'automatic_async') schedule(scope, 'charge.book', scope.now(), charge.id);
  const after = scope.tables.paymentIntents.put({
    ...intent,
    status: captured ? 'succeeded' : 'requires_capture',
    amount_received: captured ? intent.amount : 0,
    amount_capturable: captured ? 0 : intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  if (method.card) saveMethod(scope, after, method);
  emit(scope, 'charge.succeeded', charge);
  if (captured) emit(scope, 'payment_intent.succeeded', after);
  else {
    schedule(
      scope,
      'payment_intent.expire_authorization',
      scope.now() + authorizationSeconds(method),
      after.id,
    );
    emit(scope, 'payment_intent.amount_capturable_updated', after);
  }
  return { intent: after, failure: null };
};
