import type Stripe from 'stripe';
import { releaseCash } from '../transfers/pay-by-transfer.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, unschedule } from '../world.ts';
import { abandonChallenges } from './challenges.ts';
import { latestCharge } from './charge.ts';

type Reason = 'abandoned' | 'automatic' | 'duplicate' | 'expired' | 'fraudulent' | 'requested_by_customer';

/** Ends an intent without money. What was authorized is released. */
export const cancelPayment = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  reason: Reason | null,
): Stripe.PaymentIntent => {
  abandonChallenges(scope, intent.id);
  unschedule(scope, 'payment_intent.expire_authorization', intent.id);
  releaseCash(scope, intent);
  const charge = latestCharge(scope, intent);
  if (intent.status === 'requires_capture' && charge) {
    const released = scope.tables.charges.put({ ...charge, refunded: true, amount_refunded: charge.amount });
    if (reason === 'automatic') emit(scope, 'charge.expired', released);
    else emit(scope, 'charge.refunded', released);
  }
  const canceled = scope.tables.paymentIntents.put({
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: scope.now(),
    cancellation_reason: reason,
    next_action: null,
  });
  emit(scope, 'payment_intent.canceled', canceled);
  return canceled;
};

/** Due work: an authorization that was not captured in time. */
export const expireAuthorization = (scope: Scope, intentId: string): void => {
  const intent = scope.tables.paymentIntents.get(intentId);
  if (intent?.status === 'requires_capture') cancelPayment(scope, intent, 'automatic');
};
