import type Stripe from 'stripe';
import { cardByNumber } from '../cards/test-cards.ts';
import { differences } from '../http/common-fields.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, unschedule } from '../world.ts';
import { bookCardCharge } from './authorize-card.ts';

/** Takes an authorized amount, or part of it; the rest is released. */
export const capturePayment = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  amount: number,
): Stripe.PaymentIntent => {
  unschedule(scope, 'payment_intent.expire_authorization', intent.id);
  const source = charge.payment_method
    ? scope.tables.instruments.get(charge.payment_method)?.source
    : undefined;
  const card = source?.type === 'card' ? cardByNumber(source.number) : undefined;
  const taken = { ...charge, captured: true, amount_captured: amount };
  const captured = card ? bookCardCharge(scope, taken, card, amount) : scope.tables.charges.put(taken);
  const after = scope.tables.paymentIntents.put({
    ...intent,
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
  });
  emit(scope, 'charge.captured', captured, differences(charge, captured));
  emit(scope, 'payment_intent.succeeded', after);
  return after;
};
