import type Stripe from 'stripe';
import { withClientSecret } from '../http/client-secret.ts';
import { mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, oneOf, type Parsed, range, text } from '../http/parameters.ts';
import { cardError, invalidRequest, missing } from '../http/stripe-error.ts';
import { newClientSecret, newId } from '../ids.ts';
import { attemptSetup } from '../payments/attempt-setup.ts';
import { abandonChallenges } from '../payments/challenges.ts';
import { requirePaymentMethod } from '../payments/payment-method.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { requireCustomer } from './customers.ts';
import { toAcceptance } from './payment-intent-fields.ts';
import { eligibleTypes } from './payment-intent-shape.ts';
import { methodFromData } from './payment-methods.ts';
import { CONFIRM, CREATE, UPDATE } from './setup-intent-fields.ts';

const LIST = {
  ...PAGINATION,
  created: range,
  customer: text,
  payment_method: text,
} satisfies FieldsOf<Stripe.SetupIntentListParams>;

const CANCEL = {
  cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer'),
} satisfies FieldsOf<Stripe.SetupIntentCancelParams>;

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

const requireSetup = (scope: Scope, id: string): Stripe.SetupIntent => {
  const intent = scope.tables.setupIntents.get(id);
  if (!intent) throw missing('setupintent', id, 'intent');
  return intent;
};

const requireOpen = (doing: string, intent: Stripe.SetupIntent): void => {
  if (OPEN.includes(intent.status)) return;
  const error = invalidRequest(
    `You cannot ${doing} this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be used: ${OPEN.join(', ')}.`,
    { code: 'setup_intent_unexpected_state' },
  );
  error.body.setup_intent = intent;
  throw error;
};

export type NewSetup = Pick<
  Parsed<typeof CREATE>,
  | 'allowed_payment_method_types'
  | 'automatic_payment_methods'
  | 'customer'
  | 'description'
  | 'metadata'
  | 'usage'
  | 'payment_method_options'
>;

/** Creates a SetupIntent and tells the world; Checkout uses it too. */
export const createSetup = (scope: Scope, params: NewSetup): Stripe.SetupIntent => {
  const id = newId('seti');
  const allowed = params.allowed_payment_method_types;
  const types = eligibleTypes('eur', allowed);
  const automatic = params.automatic_payment_methods;
  const requested = params.payment_method_options?.card?.request_three_d_secure ?? 'automatic';
  const intent = scope.tables.setupIntents.put({
    id,
    object: 'setup_intent',
    allowed_payment_method_types: allowed ?? null,
    application: null,
    automatic_payment_methods: automatic
      ? { allow_redirects: automatic.allow_redirects ?? 'always', enabled: automatic.enabled }
      : allowed
        ? null
        : { allow_redirects: 'always', enabled: true },
    cancellation_reason: null,
    client_secret: newClientSecret(id),
    created: scope.now(),
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: types.includes('card')
      ? { card: { mandate_options: null, network: null, request_three_d_secure: requested } }
      : {},
    payment_method_types: types,
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: params.usage ?? 'off_session',
  });
  emit(scope, 'setup_intent.created', intent);
  return intent;
};

const givenMethod = (
  scope: Scope,
  params: Pick<Parsed<typeof CONFIRM>, 'payment_method' | 'payment_method_data'>,
): Stripe.PaymentMethod | undefined => {
  if (params.payment_method) return requirePaymentMethod(scope, params.payment_method);
  return params.payment_method_data ? methodFromData(scope, params.payment_method_data) : undefined;
};

const confirm = (
  scope: Scope,
  before: Stripe.SetupIntent,
  params: Parsed<typeof CONFIRM>,
): Stripe.SetupIntent => {
  requireOpen('confirm', before);
  const redirects =
    before.automatic_payment_methods?.enabled && before.automatic_payment_methods.allow_redirects !== 'never';
  if (redirects && !params.return_url) {
    throw invalidRequest(
      'This SetupIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`.',
    );
  }
  const known = typeof before.payment_method === 'string' ? before.payment_method : undefined;
  const method = givenMethod(scope, params) ?? (known ? requirePaymentMethod(scope, known) : undefined);
  if (!method) {
    throw invalidRequest("You cannot confirm this SetupIntent because it's missing a payment method.", {
      code: 'setup_intent_unexpected_state',
    });
  }
  const requested = params.payment_method_options?.card?.request_three_d_secure;
  const card = before.payment_method_options?.card;
  const intent =
    requested && card
      ? { ...before, payment_method_options: { card: { ...card, request_three_d_secure: requested } } }
      : before;
  const attempt = attemptSetup(scope, intent, method, {
    returnUrl: params.return_url ?? null,
    checkoutSession: null,
    acceptance: params.mandate_data ? toAcceptance(params.mandate_data) : null,
  });
  if (attempt.failure) throw cardError({ ...attempt.failure, setup_intent: attempt.intent });
  return attempt.intent;
};

export const setupIntentEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/setup_intents', CREATE, ({ scope, params }) => {
    if (params.customer) requireCustomer(scope, params.customer);
    const created = createSetup(scope, params);
    const method = givenMethod(scope, params);
    if (!params.confirm) {
      return method
        ? scope.tables.setupIntents.put({
            ...created,
            payment_method: method.id,
            status: 'requires_confirmation',
          })
        : created;
    }
    const { payment_method_data: _data, ...rest } = params;
    return confirm(scope, created, method ? { ...rest, payment_method: method.id } : rest);
  }),
  endpoint('GET', '/v1/setup_intents', LIST, ({ scope, params }) => {
    const intents = scope.tables.setupIntents
      .newestFirst()
      .filter((intent) => params.customer === undefined || intent.customer === params.customer)
      .filter(
        (intent) => params.payment_method === undefined || intent.payment_method === params.payment_method,
      )
      .filter((intent) => params.created === undefined || inRange(intent.created, params.created));
    return pageOf(intents, params, '/v1/setup_intents');
  }),
  withClientSecret(
    endpoint('GET', '/v1/setup_intents/:id', { client_secret: text }, ({ scope, id }) =>
      requireSetup(scope, id),
    ),
    requireSetup,
  ),
  endpoint('POST', '/v1/setup_intents/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireSetup(scope, id);
    requireOpen('update', before);
    if (params.customer) requireCustomer(scope, params.customer);
    const method = params.payment_method ? requirePaymentMethod(scope, params.payment_method) : undefined;
    return scope.tables.setupIntents.put({
      ...before,
      customer: params.customer ?? before.customer,
      description: params.description ?? before.description,
      metadata: mergeMetadata(before.metadata, params.metadata),
      ...(method ? { payment_method: method.id, status: 'requires_confirmation' } : {}),
    });
  }),
  withClientSecret(
    endpoint('POST', '/v1/setup_intents/:id/confirm', CONFIRM, ({ scope, id, params }) =>
      confirm(scope, requireSetup(scope, id), params),
    ),
    requireSetup,
  ),
  endpoint('POST', '/v1/setup_intents/:id/cancel', CANCEL, ({ scope, id, params }) => {
    const before = requireSetup(scope, id);
    requireOpen('cancel', before);
    abandonChallenges(scope, id);
    const canceled = scope.tables.setupIntents.put({
      ...before,
      status: 'canceled',
      cancellation_reason: params.cancellation_reason ?? null,
      next_action: null,
    });
    emit(scope, 'setup_intent.canceled', canceled);
    return canceled;
  }),
];
