import type Stripe from 'stripe';
import {
  email,
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
import { hostedTypes, transferOptions } from '../resources/payment-intent-fields.ts';

type Params = Stripe.Checkout.SessionCreateParams;

const LINE_ITEM = {
  metadata,
  price_data: required(
    shape({
      currency: required(text),
      product_data: required(
        shape({
          name: required(text),
          description: text,
          images: list(text),
          metadata,
          tax_code: text,
          unit_label: text,
        }),
      ),
      tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
      unit_amount: required(integer({ min: 0 })),
    }),
  ),
  quantity: integer({ min: 1 }),
} satisfies FieldsOf<Stripe.Checkout.SessionCreateParams.LineItem>;

const INTENT_DATA = {
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  description: text,
  metadata,
  receipt_email: text,
  setup_future_usage: oneOf('off_session', 'on_session'),
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_group: text,
} satisfies FieldsOf<Stripe.Checkout.SessionCreateParams.PaymentIntentData>;

const customText = shape({ message: required(text) });

export const CREATE = {
  allowed_payment_method_types: hostedTypes,
  billing_address_collection: oneOf('auto', 'required'),
  branding_settings: shape({ display_name: text }),
  cancel_url: url,
  client_reference_id: text,
  currency: text,
  custom_text: shape({ submit: customText, after_submit: customText }),
  customer: text,
  customer_creation: oneOf('always', 'if_required'),
  customer_email: email,
  expires_at: integer(),
  line_items: list(shape(LINE_ITEM)),
  locale: text,
  metadata,
  mode: required(oneOf('payment', 'setup')),
  payment_intent_data: shape(INTENT_DATA),
  payment_method_options: shape({
    card: shape({
      request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
      setup_future_usage: oneOf('off_session', 'on_session'),
    }),
    customer_balance: transferOptions,
  }),
  phone_number_collection: shape({ enabled: required(flag) }),
  setup_intent_data: shape({ description: text, metadata }),
  submit_type: oneOf('auto', 'pay'),
  success_url: url,
  ui_mode: oneOf('hosted_page'),
} satisfies FieldsOf<Params>;

export type SessionParams = Parsed<typeof CREATE>;
export type LineItemInput = Parsed<typeof LINE_ITEM>;
