import type Stripe from 'stripe';
import { withClientSecret } from '../http/client-secret.ts';
import { mergeMetadata, toShipping } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, range, text } from '../http/parameters.ts';
import { search } from '../http/search.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { emit } from '../webhooks/emit.ts';
import { requireCustomer } from './customers.ts';
import { CREATE, UPDATE } from './payment-intent-fields.ts';
import { blankIntent, checkAmount, eligibleTypes, methodOptions } from './payment-intent-shape.ts';
import { CONFIRMABLE, givenMethod, requireIntent, unexpectedState } from './payment-intent-state.ts';
import { confirm, paymentIntentSteps } from './payment-intent-steps.ts';

const LIST = {
  ...PAGINATION,
  created: range,
  customer: text,
} satisfies FieldsOf<Stripe.PaymentIntentListParams>;

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
  withClientSecret(
    endpoint('GET', '/v1/payment_intents/:id', { client_secret: text }, ({ scope, id }) =>
      requireIntent(scope, id),
    ),
    requireIntent,
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
  ...paymentIntentSteps,
];
