import type Stripe from 'stripe';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { attach, markSpent } from './attach.ts';
import type { CardFailure } from './card-error.ts';
import type { Acceptance } from './mandates.ts';

export interface AttemptOptions {
  readonly offSession: boolean;
  readonly returnUrl: string | null;
  readonly checkoutSession: string | null;
  readonly errorOnRequiresAction: boolean;
  readonly mandate?: string;
  readonly acceptance: Acceptance | null;
}

/** The intent after a try; `failure` is set when card or bank refused. */
export interface Attempt {
  readonly intent: Stripe.PaymentIntent;
  readonly failure: CardFailure | null;
}

/** Puts an intent back to where it waits for another payment method. */
export const failIntent = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  failure: CardFailure,
  charge: string | null,
): Attempt => {
  const failed = scope.tables.paymentIntents.put({
    ...intent,
    status: 'requires_payment_method',
    last_payment_error: failure,
    next_action: null,
    payment_method: null,
    latest_charge: charge ?? intent.latest_charge,
  });
  emit(scope, 'payment_intent.payment_failed', failed);
  return { intent: failed, failure };
};

/** Keeps the method for later when the intent asks for it; otherwise it is used up. */
export const saveMethod = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): void => {
  if (intent.setup_future_usage && typeof intent.customer === 'string') {
    attach(scope, method.id, intent.customer);
    const instrument = scope.tables.instruments.get(method.id);
    if (instrument && intent.setup_future_usage === 'off_session') {
      scope.tables.instruments.put({ ...instrument, readyForOffSession: true });
    }
  } else if (!method.customer) {
    markSpent(scope, method.id);
  }
};
