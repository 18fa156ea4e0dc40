import type Stripe from 'stripe';
import type { WireLineItem } from '../../state/records.ts';
import { mergeMetadata } from '../http/common-fields.ts';
import { invalidRequest, missingParameter } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';
import { checkAmount, eligibleTypes } from '../resources/payment-intent-shape.ts';
import type { Scope } from '../world.ts';
import type { LineItemInput, SessionParams } from './session-fields.ts';

const HALF_HOUR = 1800;
const DAY = 86_400;

export const toLineItem = (scope: Scope, input: LineItemInput): WireLineItem => {
  const {
    currency: rawCurrency,
    product_data: product,
    unit_amount: unit,
    tax_behavior: tax,
  } = input.price_data;
  const currency = rawCurrency.toLowerCase();
  const quantity = input.quantity ?? 1;
  const total = unit * quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency,
    description: product.name,
    metadata: mergeMetadata({}, input.metadata),
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: scope.now(),
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod'),
      recurring: null,
      tax_behavior: tax ?? 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: unit,
      unit_amount_decimal: String(unit),
    },
    quantity,
  };
};

const expiryOf = (scope: Scope, wanted: number | undefined): number => {
  const now = scope.now();
  if (wanted === undefined) return now + DAY;
  if (wanted > now + DAY) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      {
        param: 'expires_at',
      },
    );
  }
  if (wanted < now + HALF_HOUR) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      {
        param: 'expires_at',
      },
    );
  }
  return wanted;
};

interface Money {
  readonly currency: string | null;
  readonly total: number | null;
}

/** Currency and total of the line items; in setup mode no money is asked for. */
export const moneyOf = (params: SessionParams, items: readonly WireLineItem[]): Money => {
  if (params.mode === 'setup') {
    if (items.length > 0)
      throw invalidRequest('You can not pass `line_items` in `setup` mode.', { param: 'line_items' });
    if (!params.currency && !params.allowed_payment_method_types) throw missingParameter('currency');
    return { currency: params.currency?.toLowerCase() ?? null, total: null };
  }
  const [first] = items;
  if (!first) throw missingParameter('line_items');
  const odd = items.findIndex((item) => item.currency !== first.currency);
  if (odd >= 0) {
    throw invalidRequest('All line items must have the same currency.', {
      param: `line_items[${odd}][price_data][currency]`,
    });
  }
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  checkAmount(total, first.currency, 'line_items');
  return { currency: first.currency, total };
};

/** An open Checkout session with its hosted page. */
export const blankSession = (
  scope: Scope,
  params: SessionParams,
  { currency, total }: Money,
  setupIntent: string | null,
): Stripe.Checkout.Session => {
  const id = newId('cs');
  const successUrl = params.success_url;
  if (!successUrl) throw missingParameter('success_url');
  const country = params.payment_method_options?.customer_balance?.bank_transfer?.eu_bank_transfer?.country;
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    branding_settings: {
      background_color: '#ffffff',
      border_style: 'rounded',
      button_color: '#1f5eff',
      display_name: params.branding_settings?.display_name ?? 'Zahlwerk Sandbox',
      font_family: 'default',
      icon: null,
      logo: null,
    },
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: scope.now(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: params.custom_text?.after_submit ?? null,
      shipping_address: null,
      submit: params.custom_text?.submit ?? null,
      terms_of_service_acceptance: null,
    },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation:
      params.mode === 'setup' || params.customer ? null : (params.customer_creation ?? 'if_required'),
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: expiryOf(scope, params.expires_at),
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: { enabled: false },
    metadata: mergeMetadata({}, params.metadata),
    mode: params.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        request_three_d_secure: params.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
      },
      ...(country
        ? {
            customer_balance: {
              bank_transfer: { eu_bank_transfer: { country }, type: 'eu_bank_transfer' },
              funding_type: 'bank_transfer',
            },
          }
        : {}),
    },
    payment_method_types: eligibleTypes(currency ?? 'eur', params.allowed_payment_method_types),
    payment_status: params.mode === 'setup' ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: setupIntent,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: successUrl,
    total_details: total === null ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${scope.world.stripeUrl}/c/pay/${id}`,
    wallet_options: null,
  };
};
