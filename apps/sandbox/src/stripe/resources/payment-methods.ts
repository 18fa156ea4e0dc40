import type Stripe from 'stripe';
import { cardByToken } from '../cards/test-cards.ts';
import { ibanRefusal, isValidIban, normalizeIban } from '../cards/test-ibans.ts';
import {
  billingDetails,
  differences,
  METADATA,
  mergeMetadata,
  toBillingDetails,
} from '../http/common-fields.ts';
import { type Endpoint, endpoint, forEverybody } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, integer, oneOf, type Parsed, required, shape, text } from '../http/parameters.ts';
import { invalidRequest, missing, missingParameter, StripeError } from '../http/stripe-error.ts';
import { attach, detach } from '../payments/attach.ts';
import {
  createBalanceMethod,
  createCardMethod,
  createSepaMethod,
  nextYear,
  requirePaymentMethod,
} from '../payments/payment-method.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { requireCustomer } from './customers.ts';

const METHOD_DATA = {
  type: required(oneOf('card', 'sepa_debit', 'customer_balance')),
  billing_details: billingDetails,
  card: shape({ token: text, number: text, exp_month: integer(), exp_year: integer(), cvc: text }),
  sepa_debit: shape({ iban: required(text) }),
  customer_balance: shape({}),
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
} satisfies FieldsOf<Stripe.PaymentMethodCreateParams> &
  FieldsOf<Stripe.PaymentIntentCreateParams.PaymentMethodData>;

/** `payment_method_data` of the intents: a payment method made while confirming. */
export const paymentMethodData = shape(METHOD_DATA);

/** Makes a payment method from its data. Card numbers are refused: only tokens and the hosted page may bring one. */
export const methodFromData = (
  scope: Scope,
  data: Parsed<typeof METHOD_DATA>,
  metadata: Stripe.Metadata = {},
): Stripe.PaymentMethod => {
  const billing = toBillingDetails(data.billing_details);
  if (data.type === 'customer_balance') return createBalanceMethod(scope, billing, metadata);
  if (data.type === 'sepa_debit') {
    if (!data.sepa_debit) throw missingParameter('sepa_debit');
    const iban = normalizeIban(data.sepa_debit.iban);
    if (!isValidIban(iban)) {
      throw invalidRequest(`The account number you provided is invalid: ${iban}`, {
        code: 'account_number_invalid',
        param: 'sepa_debit[iban]',
      });
    }
    const refusal = ibanRefusal(iban);
    if (refusal) throw invalidRequest(refusal.message, { code: refusal.code, param: 'sepa_debit[iban]' });
    if (!billing.name) throw missingParameter('billing_details[name]');
    if (!billing.email) throw missingParameter('billing_details[email]');
    return createSepaMethod(scope, iban, billing, metadata);
  }
  if (data.card?.number) {
    throw new StripeError(402, {
      type: 'invalid_request_error',
      message:
        'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing.',
    });
  }
  if (!data.card?.token) throw missingParameter('card');
  const card = cardByToken(data.card.token);
  if (!card) throw missing('token', data.card.token, 'card[token]');
  const entry = { card, expMonth: 8, expYear: nextYear(scope), hasCvc: false };
  return createCardMethod(scope, entry, billing, metadata);
};

const LIST = { ...PAGINATION, customer: text, type: text } satisfies FieldsOf<Stripe.PaymentMethodListParams>;
const UPDATE = {
  billing_details: billingDetails,
  ...METADATA,
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
} satisfies FieldsOf<Stripe.PaymentMethodUpdateParams>;

export const paymentMethodEndpoints: readonly Endpoint[] = [
  forEverybody(
    endpoint('POST', '/v1/payment_methods', { ...METHOD_DATA, ...METADATA }, ({ scope, params }) => {
      const { metadata, ...data } = params;
      return methodFromData(scope, data, mergeMetadata({}, metadata));
    }),
  ),
  endpoint('GET', '/v1/payment_methods', LIST, ({ scope, params }) => {
    // Without a customer Stripe lists nothing.
    const methods = scope.tables.paymentMethods
      .newestFirst()
      .filter((method) => params.customer !== undefined && method.customer === params.customer)
      .filter((method) => params.type === undefined || method.type === params.type);
    return pageOf(methods, params, '/v1/payment_methods');
  }),
  endpoint('GET', '/v1/payment_methods/:id', {}, ({ scope, id }) => requirePaymentMethod(scope, id, 'id')),
  endpoint('POST', '/v1/payment_methods/:id', UPDATE, ({ scope, id, params }) => {
    const before = requirePaymentMethod(scope, id, 'id');
    if (!before.customer) {
      throw invalidRequest(
        'You must save this PaymentMethod to a customer before you can update it. You can attach it to a customer first.',
      );
    }
    const after = scope.tables.paymentMethods.put({
      ...before,
      billing_details: toBillingDetails(params.billing_details, before.billing_details),
      metadata: mergeMetadata(before.metadata, params.metadata),
      allow_redisplay: params.allow_redisplay ?? before.allow_redisplay ?? 'unspecified',
    });
    emit(scope, 'payment_method.updated', after, differences(before, after));
    return after;
  }),
  endpoint(
    'POST',
    '/v1/payment_methods/:id/attach',
    { customer: required(text) } satisfies FieldsOf<Stripe.PaymentMethodAttachParams>,
    ({ scope, id, params }) => attach(scope, id, requireCustomer(scope, params.customer).id),
  ),
  endpoint('POST', '/v1/payment_methods/:id/detach', {}, ({ scope, id }) => detach(scope, id)),
];
