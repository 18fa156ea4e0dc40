import type Stripe from 'stripe';
import type { Parsed } from '../http/parameters.ts';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import { requirePaymentMethod } from '../payments/payment-method.ts';
import type { Scope } from '../world.ts';
import type { CONFIRM } from './payment-intent-fields.ts';
import { methodFromData } from './payment-methods.ts';

export const requireIntent = (scope: Scope, id: string): Stripe.PaymentIntent => {
  const intent = scope.tables.paymentIntents.get(id);
  if (!intent) throw missing('payment_intent', id, 'intent');
  return intent;
};

/** 400 for what the status of an intent does not allow; the intent comes along. */
export const unexpectedState = (doing: string, intent: Stripe.PaymentIntent, allowed: string) => {
  const error = invalidRequest(
    `This PaymentIntent could not be ${doing} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${doing}: ${allowed}.`,
    { code: 'payment_intent_unexpected_state' },
  );
  error.body.payment_intent = intent;
  return error;
};

export const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

export type ConfirmParams = Parsed<typeof CONFIRM>;

/** The payment method a request names, or brings along. */
export const givenMethod = (
  scope: Scope,
  params: Pick<ConfirmParams, 'payment_method' | 'payment_method_data'>,
) => {
  if (params.payment_method) return requirePaymentMethod(scope, params.payment_method);
  if (params.payment_method_data) return methodFromData(scope, params.payment_method_data);
  return undefined;
};
