import type Stripe from 'stripe';
import type { Scope } from '../world.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidRequest, missingParameter, StripeError } from './stripe-error.ts';

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

/** What a browser or an app may see of an intent; the rest is the business's own. */
const PUBLIC = [
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'last_setup_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_configuration_details',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
  'usage',
] as const;

const publicView = <T extends object>(intent: T): T =>
  Object.fromEntries(
    PUBLIC.filter((name) => name in intent).map((name) => [name, Reflect.get(intent, name)]),
  ) as unknown as T;

const NAMES = { payment_intent: 'PaymentIntent', setup_intent: 'SetupIntent' } as const;

const requireSecret = (intent: Intent, secret: unknown): void => {
  if (secret === undefined || secret === '') throw missingParameter('client_secret');
  if (secret === intent.client_secret) return;
  throw invalidRequest(
    `The client_secret provided does not match the client_secret associated with the ${NAMES[intent.object]}.`,
    { code: `${intent.object}_invalid_parameter`, param: 'client_secret' },
  );
};

/** A refusal is told with its intent, of which it must not show more than a success would. */
const publicError = (error: unknown): unknown => {
  if (!(error instanceof StripeError)) return error;
  const { payment_intent: payment, setup_intent: setup } = error.body;
  if (payment) error.body.payment_intent = publicView(payment);
  if (setup) error.body.setup_intent = publicView(setup);
  return error;
};

/** Opens an endpoint of an intent to publishable keys that know its client secret. */
export const withClientSecret = (
  endpoint: Endpoint,
  intentOf: (scope: Scope, id: string) => Intent,
): Endpoint => ({
  ...endpoint,
  publicly: (scope, named, { client_secret: secret, ...raw }) => {
    requireSecret(intentOf(scope, named.id), secret);
    try {
      const { answer, expand } = endpoint.handle(scope, named, raw);
      return { answer: publicView(answer), expand };
    } catch (error) {
      throw publicError(error);
    }
  },
});
