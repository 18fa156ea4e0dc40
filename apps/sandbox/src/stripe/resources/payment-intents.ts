import type Stripe from 'stripe';
import { ownerOf, settleCheckout } from '../checkout/outcome.ts';
import { METADATA, mergeMetadata, toShipping } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, integer, oneOf, type Parsed, range, text } from '../http/parameters.ts';
import { search } from '../http/search.ts';
import { cardError, invalidRequest, missing } from '../http/stripe-error.ts';
import { attemptPayment } from '../payments/attempt-payment.ts';
import { cancelPayment } from '../payments/cancel-payment.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { latestCharge } from '../payments/charge.ts';
import { requirePaymentMethod } from '../payments/payment-method.ts';
import { cashIn } from '../transfers/cash-balance.ts';
import { applyCash, customerOf, remainingOf } from '../transfers/pay-by-transfer.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { requireCustomer } from './customers.ts';
import { CONFIRM, CREATE, toAcceptance, UPDATE } from './payment-intent-fields.ts';
import { blankIntent, checkAmount, eligibleTypes, methodOptions } from './payment-intent-shape.ts';
import { methodFromData } from './payment-methods.ts';

const requireIntent = (scope: Scope, id: string): Stripe.PaymentIntent => {
  const intent = scope.tables.paymentIntents.get(id);
  if (!intent) throw missing('payment_intent', id, 'intent');
  return intent;
};

const unexpectedState = (doing: string, intent: Stripe.PaymentIntent, allowed: string) => {
  const error = invalidRequest(
    `This PaymentIntent could not be ${doing} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${doing}: ${allowed}.`,
    { code: 'payment_intent_unexpected_state' },
  );
  error.body.payment_intent = intent;
  return error;
};

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
const CANCELABLE = [...CONFIRMABLE, 'requires_capture'];

type ConfirmParams = Parsed<typeof CONFIRM>;

const givenMethod = (scope: Scope, params: Pick<ConfirmParams, 'payment_method' | 'payment_method_data'>) => {
  if (params.payment_method) return requirePaymentMethod(scope, params.payment_method);
  if (params.payment_method_data) return methodFromData(scope, params.payment_method_data);
  return undefined;
};

/** Confirms an intent; a refusal is answered as 402 and stays recorded on the intent. */
const confirm = (scope: Scope, before: Stripe.PaymentIntent, params: ConfirmParams): Stripe.PaymentIntent => {
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

const LIST = {
  ...PAGINATION,
  created: range,
  customer: text,
} satisfies FieldsOf<Stripe.PaymentIntentListParams>;
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

export const paymentIntentEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/payment_intents', CREATE, ({ scope, params }) => {
    if (params.customer) requireCustomer(scope, params.customer);
    if (params.off_session && !params.confirm) {
      throw invalidRequest('The parameter `off_session` can only be used with `confirm` set to `true`.', {
        param: 'off_session',
      });
    }
    const blank = blankIntent(scope, params);
    const method = givenMethod(scope, params);
    const intent = scope.tables.paymentIntents.put({
      ...blank,
      payment_method: method?.id ?? null,
      status: method ? 'requires_confirmation' : 'requires_payment_method',
    });
    emit(scope, 'payment_intent.created', intent);
    if (!params.confirm) return intent;
    const { payment_method: _method, payment_method_data: _data, ...rest } = params;
    return confirm(scope, intent, rest);
  }),
  endpoint('GET', '/v1/payment_intents', LIST, ({ scope, params }) => {
    const intents = scope.tables.paymentIntents
      .newestFirst()
      .filter((intent) => params.customer === undefined || intent.customer === params.customer)
      .filter((intent) => params.created === undefined || inRange(intent.created, params.created));
    return pageOf(intents, params, '/v1/payment_intents');
  }),
  search('payment_intents', ['amount', 'created', 'currency', 'customer', 'status'], (scope) =>
    scope.tables.paymentIntents.newestFirst(),
  ),
  endpoint('GET', '/v1/payment_intents/:id', { client_secret: text }, ({ scope, id }) =>
    requireIntent(scope, id),
  ),
  endpoint('POST', '/v1/payment_intents/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireIntent(scope, id);
    const open = CONFIRMABLE.includes(before.status);
    if (
      !open &&
      (params.amount !== undefined || params.currency || params.customer || params.payment_method)
    ) {
      throw unexpectedState('updated', before, CONFIRMABLE.join(', '));
    }
    const currency = params.currency?.toLowerCase() ?? before.currency;
    checkAmount(params.amount ?? before.amount, currency);
    if (params.customer) requireCustomer(scope, params.customer);
    const method = givenMethod(scope, params);
    const after = scope.tables.paymentIntents.put({
      ...before,
      amount: params.amount ?? before.amount,
      currency,
      customer: params.customer ?? before.customer,
      description: params.description ?? before.description,
      metadata: mergeMetadata(before.metadata, params.metadata),
      payment_method_options: methodOptions(before, params.payment_method_options),
      ...(params.allowed_payment_method_types
        ? {
            allowed_payment_method_types: params.allowed_payment_method_types,
            payment_method_types: eligibleTypes(currency, params.allowed_payment_method_types),
          }
        : {}),
      receipt_email: params.receipt_email === undefined ? before.receipt_email : params.receipt_email || null,
      setup_future_usage:
        params.setup_future_usage === undefined
          ? before.setup_future_usage
          : params.setup_future_usage || null,
      shipping:
        params.shipping === undefined
          ? before.shipping
          : params.shipping
            ? toShipping(params.shipping)
            : null,
      statement_descriptor: params.statement_descriptor ?? before.statement_descriptor,
      statement_descriptor_suffix: params.statement_descriptor_suffix ?? before.statement_descriptor_suffix,
      transfer_group: params.transfer_group ?? before.transfer_group,
      ...(method ? { payment_method: method.id, status: 'requires_confirmation' } : {}),
    });
    // Stripe has no event for an updated PaymentIntent.
    return after;
  }),
  endpoint('POST', '/v1/payment_intents/:id/confirm', CONFIRM, ({ scope, id, params }) =>
    confirm(scope, requireIntent(scope, id), params),
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
