import type Stripe from 'stripe';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

/** The Checkout session that made an intent, if one did. */
export const ownerOf = (scope: Scope, intent: string): Stripe.Checkout.Session | undefined =>
  scope.tables.checkoutSessions
    .newestFirst()
    .find((session) => session.payment_intent === intent || session.setup_intent === intent);

/** Carries the outcome of a debit or a capture over to the completed session it belongs to. */
export const settleCheckout = (scope: Scope, intent: Stripe.PaymentIntent): void => {
  const session = ownerOf(scope, intent.id);
  if (session?.status !== 'complete' || session.payment_status !== 'unpaid') return;
  const isDebit = intent.capture_method !== 'manual';
  if (intent.status === 'succeeded') {
    const paid = scope.tables.checkoutSessions.put({ ...session, payment_status: 'paid' });
    if (isDebit) emit(scope, 'checkout.session.async_payment_succeeded', paid);
  } else if (isDebit) {
    emit(scope, 'checkout.session.async_payment_failed', session);
  }
};
