import type Stripe from 'stripe';
import { ownerOf, settleCheckout } from '../checkout/outcome.ts';
import { withClientSecret } from '../http/client-secret.ts';
import { METADATA, mergeMetadata, toShipping } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { type FieldsOf, integer, oneOf } from '../http/parameters.ts';
import { cardError, invalidRequest } from '../http/stripe-error.ts';
import { attemptPayment } from '../payments/attempt-payment.ts';
import { cancelPayment } from '../payments/cancel-payment.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { latestCharge } from '../payments/charge.ts';
import { requirePaymentMethod } from '../payments/payment-method.ts';
import { cashIn } from '../transfers/cash-balance.ts';
import { applyCash, customerOf, remainingOf } from '../transfers/pay-by-transfer.ts';
import type { Scope } from '../world.ts';
import { CONFIRM, toAcceptance } from './payment-intent-fields.ts';
import { methodOptions } from './payment-intent-shape.ts';
import {
  CONFIRMABLE,
  type ConfirmParams,
  givenMethod,
  requireIntent,
  unexpectedState,
} from './payment-intent-state.ts';

const CANCELABLE = [...CONFIRMABLE, 'requires_capture'];

/** Confirms an intent; a refusal is answered as 402 and stays recorded on the intent. */
export const confirm = (
  scope: Scope,
  before: Stripe.PaymentIntent,
  params: ConfirmParams,
): Stripe.PaymentIntent => {
  if (!CONFIRMABLE.includes(before.status))
    throw unexpectedState('confirmed', before, CONFIRMABLE.join(', '));
  const redirects =
    before.automatic_payment_methods?.enabled && before.automatic_payment_methods.allow_redirects !== 'never';
  if (redirects && !params.return_url) {
    throw invalidRequest(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    );
  }
  const known =
    typeof before.payment_method === 'string'
      ? requirePaymentMethod(scope, before.payment_method)
      : undefined;
  const method = givenMethod(scope, params) ?? known;
  if (!method) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: 'payment_intent_unexpected_state' },
    );
  }
  const intent = {
    ...before,
    ...(params.setup_future_usage === undefined
      ? {}
      : { setup_future_usage: params.setup_future_usage || null }),
    ...(params.receipt_email === undefined ? {} : { receipt_email: params.receipt_email || null }),
    ...(params.shipping ? { shipping: toShipping(params.shipping) } : {}),
    payment_method_options: methodOptions(before, params.payment_method_options),
  };
  const attempt = attemptPayment(scope, intent, method, {
    offSession: params.off_session ?? false,
    returnUrl: params.return_url ?? null,
    checkoutSession: null,
    errorOnRequiresAction: params.error_on_requires_action ?? false,
    ...(params.mandate ? { mandate: params.mandate } : {}),
    acceptance: params.mandate_data ? toAcceptance(params.mandate_data) : null,
  });
  if (attempt.failure) throw cardError({ ...attempt.failure, payment_intent: attempt.intent });
  return attempt.intent;
};

const CAPTURE = {
  amount_to_capture: integer({ min: 1 }),
  ...METADATA,
} satisfies FieldsOf<Stripe.PaymentIntentCaptureParams>;
const APPLY = {
  amount: integer({ min: 1 }),
  currency: oneOf('eur'),
} satisfies FieldsOf<Stripe.PaymentIntentApplyCustomerBalanceParams>;
const CANCEL = {
  cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
} satisfies FieldsOf<Stripe.PaymentIntentCancelParams>;

/** What happens to an intent once it is there. */
export const paymentIntentSteps: readonly Endpoint[] = [
  withClientSecret(
    endpoint('POST', '/v1/payment_intents/:id/confirm', CONFIRM, ({ scope, id, params }) =>
      confirm(scope, requireIntent(scope, id), params),
    ),
    requireIntent,
  ),
  endpoint('POST', '/v1/payment_intents/:id/capture', CAPTURE, ({ scope, id, params }) => {
    const before = requireIntent(scope, id);
    const charge = latestCharge(scope, before);
    if (before.status !== 'requires_capture' || !charge)
      throw unexpectedState('captured', before, 'requires_capture');
    const amount = params.amount_to_capture ?? before.amount_capturable;
    if (amount > before.amount_capturable) {
      throw invalidRequest(
        `The remaining amount you are able to capture for this PaymentIntent is ${before.amount_capturable}, but you requested ${amount}.`,
        { code: 'amount_too_large', param: 'amount_to_capture' },
      );
    }
    const intent = { ...before, metadata: mergeMetadata(before.metadata, params.metadata) };
    const after = capturePayment(scope, intent, charge, amount);
    settleCheckout(scope, after);
    return after;
  }),
  endpoint('POST', '/v1/payment_intents/:id/apply_customer_balance', APPLY, ({ scope, id, params }) => {
    const before = requireIntent(scope, id);
    const customer = customerOf(before);
    if (before.next_action?.type !== 'display_bank_transfer_instructions' || customer === null)
      throw unexpectedState('funded', before, 'requires_action');
    const usable = Math.min(remainingOf(scope, before), params.amount ?? Number.MAX_SAFE_INTEGER);
    if (usable > cashIn(scope, customer, before.currency)) {
      throw invalidRequest('The customer does not have enough funds in their cash balance.', {
        code: 'balance_insufficient',
        param: 'amount',
      });
    }
    return applyCash(scope, before, usable);
  }),
  endpoint('POST', '/v1/payment_intents/:id/cancel', CANCEL, ({ scope, id, params }) => {
    const before = requireIntent(scope, id);
    if (!CANCELABLE.includes(before.status)) throw unexpectedState('canceled', before, CANCELABLE.join(', '));
    if (ownerOf(scope, before.id)?.status === 'open') {
      throw invalidRequest(
        'You cannot cancel this PaymentIntent because it belongs to an open Checkout Session. Expire the Checkout Session instead.',
        { code: 'payment_intent_unexpected_state' },
      );
    }
    return cancelPayment(scope, before, params.cancellation_reason ?? null);
  }),
];
