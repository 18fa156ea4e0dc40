import type Stripe from 'stripe';
import { expireSession } from '../checkout/expire-session.ts';
import { CREATE } from '../checkout/session-fields.ts';
import { blankSession, moneyOf, toLineItem } from '../checkout/session-shape.ts';
import { METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, oneOf, range, text } from '../http/parameters.ts';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import { type Scope, schedule } from '../world.ts';
import { requireCustomer } from './customers.ts';
import { createSetup } from './setup-intents.ts';

const LIST = {
  ...PAGINATION,
  created: range,
  customer: text,
  payment_intent: text,
  status: oneOf('complete', 'expired', 'open'),
} satisfies FieldsOf<Stripe.Checkout.SessionListParams>;

const isSavable = (type: string): type is 'card' | 'sepa_debit' => type === 'card' || type === 'sepa_debit';

const requireSession = (scope: Scope, id: string): Stripe.Checkout.Session => {
  const session = scope.tables.checkoutSessions.get(id);
  if (!session) throw missing('checkout.session', id);
  return session;
};

export const checkoutSessionEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/checkout/sessions', CREATE, ({ scope, params }) => {
    if (params.customer && params.customer_email) {
      throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', {
        code: 'parameters_exclusive',
      });
    }
    if (params.mode === 'setup' && params.payment_intent_data) {
      throw invalidRequest('You can not pass `payment_intent_data` in `setup` mode.', {
        param: 'payment_intent_data',
      });
    }
    const allowed = params.allowed_payment_method_types?.filter(isSavable);
    if (params.mode === 'setup' && allowed?.length === 0) {
      throw invalidRequest('None of the payment method types can be set up for later.', {
        param: 'allowed_payment_method_types',
      });
    }
    if (params.customer) requireCustomer(scope, params.customer);
    const items = (params.line_items ?? []).map((item) => toLineItem(scope, item));
    const money = moneyOf(params, items);
    const transfer = params.payment_method_options?.customer_balance?.bank_transfer?.eu_bank_transfer;
    const threeDSecure = params.payment_method_options?.card?.request_three_d_secure;
    const setup =
      params.mode === 'setup'
        ? createSetup(scope, {
            ...params.setup_intent_data,
            ...(params.customer ? { customer: params.customer } : {}),
            allowed_payment_method_types: allowed ?? ['card', 'sepa_debit'],
            ...(threeDSecure
              ? { payment_method_options: { card: { request_three_d_secure: threeDSecure } } }
              : {}),
          })
        : null;
    const session = scope.tables.checkoutSessions.put(blankSession(scope, params, money, setup?.id ?? null));
    scope.tables.sessionPlans.put({
      id: session.id,
      items,
      intent: {
        ...params.payment_intent_data,
        ...(params.payment_method_options?.card?.setup_future_usage
          ? { setup_future_usage: params.payment_method_options.card.setup_future_usage }
          : {}),
        ...(threeDSecure ? { request_three_d_secure: threeDSecure } : {}),
        ...(transfer ? { transfer_country: transfer.country } : {}),
      },
      payer: null,
    });
    schedule(scope, 'checkout_session.expire', session.expires_at, session.id);
    return session;
  }),
  endpoint('GET', '/v1/checkout/sessions', LIST, ({ scope, params }) => {
    const sessions = scope.tables.checkoutSessions
      .newestFirst()
      .filter((session) => params.customer === undefined || session.customer === params.customer)
      .filter(
        (session) => params.payment_intent === undefined || session.payment_intent === params.payment_intent,
      )
      .filter((session) => params.status === undefined || session.status === params.status)
      .filter((session) => params.created === undefined || inRange(session.created, params.created));
    return pageOf(sessions, params, '/v1/checkout/sessions');
  }),
  endpoint('GET', '/v1/checkout/sessions/:id', {}, ({ scope, id }) => requireSession(scope, id)),
  endpoint('GET', '/v1/checkout/sessions/:id/line_items', PAGINATION, ({ scope, id, params }) => {
    requireSession(scope, id);
    const items = scope.tables.sessionPlans.get(id)?.items ?? [];
    return pageOf(items, params, `/v1/checkout/sessions/${id}/line_items`);
  }),
  endpoint(
    'POST',
    '/v1/checkout/sessions/:id',
    METADATA satisfies FieldsOf<Stripe.Checkout.SessionUpdateParams>,
    ({ scope, id, params }) => {
      const before = requireSession(scope, id);
      return scope.tables.checkoutSessions.put({
        ...before,
        metadata: mergeMetadata(before.metadata, params.metadata),
      });
    },
  ),
  endpoint('POST', '/v1/checkout/sessions/:id/expire', {}, ({ scope, id }) => {
    const session = requireSession(scope, id);
    if (session.status !== 'open') {
      throw invalidRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      );
    }
    return expireSession(scope, session);
  }),
];
