import type Stripe from 'stripe';
import { METADATA } from '../http/common-fields.ts';
import {
  emptyable,
  type FieldsOf,
  flag,
  metadata,
  oneOf,
  required,
  shape,
  text,
  url,
} from '../http/parameters.ts';
import { mandateData, savableTypes } from './payment-intent-fields.ts';
import { paymentMethodData } from './payment-methods.ts';

const methodOptions = shape({
  card: shape({ request_three_d_secure: oneOf('any', 'automatic', 'challenge') }),
} satisfies FieldsOf<Stripe.SetupIntentCreateParams.PaymentMethodOptions>);

export const CONFIRM = {
  mandate_data: emptyable(mandateData),
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: methodOptions,
  return_url: url,
} satisfies FieldsOf<Stripe.SetupIntentConfirmParams>;

export const CREATE = {
  ...CONFIRM,
  allowed_payment_method_types: savableTypes,
  automatic_payment_methods: shape({ enabled: required(flag), allow_redirects: oneOf('always', 'never') }),
  confirm: flag,
  customer: text,
  description: text,
  metadata,
  usage: oneOf('off_session', 'on_session'),
} satisfies FieldsOf<Stripe.SetupIntentCreateParams>;

export const UPDATE = {
  customer: text,
  description: text,
  ...METADATA,
  payment_method: text,
} satisfies FieldsOf<Stripe.SetupIntentUpdateParams>;
