import type Stripe from 'stripe';
import { METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, flag, oneOf, required, shape, text } from '../http/parameters.ts';
import { invalidRequest, missing, missingParameter } from '../http/stripe-error.ts';
import { presentCard } from '../terminal/present-card.ts';
import { clearAction, requireOnline, startPayment } from '../terminal/reader-action.ts';
import { deviceOf, newReader } from '../terminal/reader-shape.ts';
import type { Scope } from '../world.ts';
import { requireLocation } from './terminal-locations.ts';

const CREATE = {
  label: text,
  location: text,
  ...METADATA,
  registration_code: required(text),
} satisfies FieldsOf<Stripe.Terminal.ReaderCreateParams>;

const UPDATE = { label: text, ...METADATA } satisfies FieldsOf<Stripe.Terminal.ReaderUpdateParams>;

const LIST = {
  ...PAGINATION,
  device_type: text,
  location: text,
  serial_number: text,
  status: oneOf('offline', 'online'),
} satisfies FieldsOf<Stripe.Terminal.ReaderListParams>;

const PROCESS = {
  payment_intent: required(text),
  process_config: shape({ enable_customer_cancellation: flag, skip_tipping: flag }),
} satisfies FieldsOf<Stripe.Terminal.ReaderProcessPaymentIntentParams>;

type PresentParams = NonNullable<
  Parameters<Stripe['testHelpers']['terminal']['readers']['presentPaymentMethod']>[1]
>;
const PRESENT = {
  card_present: shape({ number: text }),
  type: oneOf('card_present'),
} satisfies FieldsOf<PresentParams>;

const ORDINARY_CARD = '4242424242424242';

const requireReader = (scope: Scope, id: string): Stripe.Terminal.Reader => {
  const reader = scope.tables.readers.get(id);
  if (!reader) throw missing('terminal.reader', id);
  return reader;
};

const requireShowable = (scope: Scope, id: string): Stripe.PaymentIntent => {
  const intent = scope.tables.paymentIntents.get(id);
  if (!intent) throw missing('payment_intent', id, 'payment_intent');
  if (!intent.payment_method_types.includes('card_present')) {
    throw invalidRequest(
      'This PaymentIntent cannot be processed by a reader: `card_present` is not among its payment method types.',
      { code: 'payment_intent_incompatible_payment_method', param: 'payment_intent' },
    );
  }
  if (intent.status !== 'requires_payment_method') {
    throw invalidRequest(
      `The PaymentIntent has a status of ${intent.status}; a reader can only process one that requires a payment method.`,
      { code: 'intent_invalid_state', param: 'payment_intent' },
    );
  }
  return intent;
};

export const terminalReaderEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/terminal/readers', CREATE, ({ scope, params }) => {
    const device = deviceOf(params.registration_code);
    if (!device) {
      throw invalidRequest('The registration code is unknown: only simulated readers can be registered.', {
        param: 'registration_code',
      });
    }
    if (!params.location) throw missingParameter('location');
    return newReader(scope, {
      code: params.registration_code,
      device,
      label: params.label,
      location: requireLocation(scope, params.location, 'location').id,
      metadata: mergeMetadata({}, params.metadata),
    });
  }),
  endpoint('GET', '/v1/terminal/readers', LIST, ({ scope, params }) => {
    const readers = scope.tables.readers
      .newestFirst()
      .filter((reader) => params.location === undefined || reader.location === params.location)
      .filter((reader) => params.device_type === undefined || reader.device_type === params.device_type)
      .filter((reader) => params.serial_number === undefined || reader.serial_number === params.serial_number)
      .filter((reader) => params.status === undefined || reader.status === params.status);
    return pageOf(readers, params, '/v1/terminal/readers');
  }),
  endpoint('GET', '/v1/terminal/readers/:id', {}, ({ scope, id }) => requireReader(scope, id)),
  endpoint('POST', '/v1/terminal/readers/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireReader(scope, id);
    return scope.tables.readers.put({
      ...before,
      label: params.label ?? before.label,
      metadata: mergeMetadata(before.metadata, params.metadata),
    });
  }),
  endpoint('DELETE', '/v1/terminal/readers/:id', {}, ({ scope, id }) => {
    const { device_type, serial_number } = requireReader(scope, id);
    scope.tables.readers.remove(id);
    return { id, object: 'terminal.reader', deleted: true, device_type, serial_number };
  }),
  endpoint('POST', '/v1/terminal/readers/:id/process_payment_intent', PROCESS, ({ scope, id, params }) => {
    const reader = requireReader(scope, id);
    requireOnline(reader);
    const intent = requireShowable(scope, params.payment_intent);
    return startPayment(scope, reader, {
      payment_intent: intent.id,
      ...(params.process_config ? { process_config: params.process_config } : {}),
    });
  }),
  endpoint('POST', '/v1/terminal/readers/:id/cancel_action', {}, ({ scope, id }) => {
    const reader = requireReader(scope, id);
    requireOnline(reader);
    return clearAction(scope, reader);
  }),
  endpoint(
    'POST',
    '/v1/test_helpers/terminal/readers/:id/present_payment_method',
    PRESENT,
    ({ scope, id, params }) =>
      presentCard(scope, requireReader(scope, id), params.card_present?.number ?? ORDINARY_CARD),
  ),
];
