import type Stripe from 'stripe';
import { METADATA, shipping } from '../http/common-fields.ts';
import {
  emptyable,
  type FieldsOf,
  flag,
  integer,
  list,
  metadata,
  oneOf,
  type Parsed,
  required,
  shape,
  text,
  url,
} from '../http/parameters.ts';
import type { Acceptance } from '../payments/mandates.ts';
import { TRANSFER_COUNTRIES } from '../transfers/iban.ts';
import { paymentMethodData } from './payment-methods.ts';

export const mandateData = shape({
  customer_acceptance: required(
    shape({
      accepted_at: integer(),
      type: required(oneOf('online', 'offline')),
      online: shape({ ip_address: required(text), user_agent: required(text) }),
      offline: shape({}),
    }),
  ),
} satisfies FieldsOf<Stripe.PaymentIntentCreateParams.MandateData>);

type MandateInput = ReturnType<(typeof mandateData)['parse']>;

export const toAcceptance = ({ customer_acceptance: given }: MandateInput): Acceptance => ({
  acceptedAt: given.accepted_at ?? null,
  type: given.type,
  ipAddress: given.online?.ip_address ?? null,
  userAgent: given.online?.user_agent ?? null,
});

const futureUsage = oneOf('off_session', 'on_session');

/** How a customer is asked for a transfer that is missing on his cash balance. */
export const transferOptions = shape({
  bank_transfer: shape({
    eu_bank_transfer: shape({ country: required(oneOf(...TRANSFER_COUNTRIES)) }),
    requested_address_types: list(oneOf('iban')),
    type: required(oneOf('eu_bank_transfer')),
  }),
  funding_type: oneOf('bank_transfer'),
  setup_future_usage: oneOf('none'),
} satisfies FieldsOf<Stripe.PaymentIntentCreateParams.PaymentMethodOptions.CustomerBalance>);

const threeDSecure = oneOf('any', 'automatic', 'challenge');

/** On creation the options of the card may also say how to capture and what to save it for. */
const createOptions = shape({
  card: shape({
    capture_method: emptyable(oneOf('manual')),
    request_three_d_secure: threeDSecure,
    setup_future_usage: emptyable(oneOf('none', 'off_session', 'on_session')),
  }),
  customer_balance: transferOptions,
} satisfies FieldsOf<Stripe.PaymentIntentCreateParams.PaymentMethodOptions>);

const laterOptions = shape({
  card: shape({ request_three_d_secure: threeDSecure }),
  customer_balance: transferOptions,
} satisfies FieldsOf<Stripe.PaymentIntentConfirmParams.PaymentMethodOptions>);

/** Since `endive` a filter over what the account offers; the older `payment_method_types` is unknown. */
export const allowedTypes = list(oneOf('card', 'card_present', 'sepa_debit', 'customer_balance'));
/** What the hosted page offers. */
export const hostedTypes = list(oneOf('card', 'sepa_debit', 'customer_balance'));
/** What can be saved for later. */
export const savableTypes = list(oneOf('card', 'sepa_debit'));

export const CREATE = {
  amount: required(integer({ min: 1 })),
  currency: required(text),
  allowed_payment_method_types: allowedTypes,
  automatic_payment_methods: shape({ enabled: required(flag), allow_redirects: oneOf('always', 'never') }),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  confirm: flag,
  confirmation_method: oneOf('automatic'),
  customer: text,
  description: text,
  error_on_requires_action: flag,
  mandate: text,
  mandate_data: emptyable(mandateData),
  metadata,
  off_session: flag,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: createOptions,
  receipt_email: text,
  return_url: url,
  setup_future_usage: futureUsage,
  shipping,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_group: text,
} satisfies FieldsOf<Stripe.PaymentIntentCreateParams>;

export const UPDATE = {
  amount: integer({ min: 1 }),
  allowed_payment_method_types: allowedTypes,
  currency: text,
  customer: text,
  description: text,
  ...METADATA,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: laterOptions,
  receipt_email: emptyable(text),
  setup_future_usage: emptyable(futureUsage),
  shipping: emptyable(shipping),
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_group: text,
} satisfies FieldsOf<Stripe.PaymentIntentUpdateParams>;

export const CONFIRM = {
  error_on_requires_action: flag,
  mandate: text,
  mandate_data: emptyable(mandateData),
  off_session: flag,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: laterOptions,
  receipt_email: emptyable(text),
  return_url: url,
  setup_future_usage: emptyable(futureUsage),
  shipping: emptyable(shipping),
} satisfies FieldsOf<Stripe.PaymentIntentConfirmParams>;

export type CreateParams = Parsed<typeof CREATE>;
