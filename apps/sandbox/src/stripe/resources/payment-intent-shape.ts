import type Stripe from 'stripe';
import { mergeMetadata, toShipping } from '../http/common-fields.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { newClientSecret, newId } from '../ids.ts';
import type { TransferCountry } from '../transfers/iban.ts';
import type { Scope } from '../world.ts';
import type { CreateParams } from './payment-intent-fields.ts';

const CURRENCIES = ['eur', 'usd', 'gbp', 'chf', 'dkk', 'sek', 'nok', 'pln', 'czk'];
const MINIMUM = 50;
const MAXIMUM = 99_999_999;

/** Refuses what Stripe refuses: an unknown currency, less than 0.50, more than eight digits. Minor units. */
export const checkAmount = (amount: number, currency: string, param = 'amount'): void => {
  if (!CURRENCIES.includes(currency)) {
    throw invalidRequest(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: ${CURRENCIES.join(', ')}`,
      { param: 'currency' },
    );
  }
  if (amount < MINIMUM) {
    throw invalidRequest(`Amount must be at least 0.50 ${currency}.`, { code: 'amount_too_small', param });
  }
  if (amount > MAXIMUM) {
    throw invalidRequest(`Amount must be no more than 999,999.99 ${currency}.`, {
      code: 'amount_too_large',
      param,
    });
  }
};

/** What a payment has to ask for. */
const BY_NAME_ONLY = ['customer_balance', 'card_present'];

/** The types offered for a currency: cards always, SEPA debits for euros, transfers and readers when they are named; narrowed by the allowed ones. */
export const eligibleTypes = (currency: string, allowed?: readonly string[]): string[] => {
  const offered = currency === 'eur' ? ['card', 'sepa_debit'] : ['card'];
  const types = allowed ? [...offered, ...BY_NAME_ONLY].filter((type) => allowed.includes(type)) : offered;
  if (types.length === 0) {
    throw invalidRequest(
      `No valid payment method types for this request: none of ${allowed?.join(', ')} works with ${currency}.`,
      { code: 'payment_intent_invalid_parameter', param: 'allowed_payment_method_types' },
    );
  }
  return types;
};

type TransferOptions = Stripe.PaymentIntent.PaymentMethodOptions.CustomerBalance;

interface OptionsInput {
  readonly card?: { readonly request_three_d_secure?: string };
  readonly customer_balance?: {
    readonly funding_type?: 'bank_transfer';
    readonly bank_transfer?: {
      readonly type: 'eu_bank_transfer';
      readonly eu_bank_transfer?: { readonly country: TransferCountry };
    };
  };
}
type IntentOptions = Stripe.PaymentIntent.PaymentMethodOptions;

const transferOptions = (
  before: TransferOptions | undefined,
  input: OptionsInput['customer_balance'],
): TransferOptions => ({
  ...before,
  funding_type: input?.funding_type ?? before?.funding_type ?? null,
  ...(input?.bank_transfer
    ? {
        bank_transfer: {
          type: input.bank_transfer.type,
          ...(input.bank_transfer.eu_bank_transfer
            ? { eu_bank_transfer: input.bank_transfer.eu_bank_transfer }
            : {}),
        },
      }
    : {}),
});

/** Payment method options as the intent shows them, with the given ones over those before. */
export const methodOptions = (
  before: { payment_method_types: string[]; payment_method_options: IntentOptions | null },
  input: OptionsInput | undefined,
): IntentOptions => {
  const known = before.payment_method_options;
  return {
    ...(before.payment_method_types.includes('card')
      ? {
          card: {
            installments: null,
            mandate_options: null,
            network: null,
            request_three_d_secure:
              input?.card?.request_three_d_secure ?? known?.card?.request_three_d_secure ?? 'automatic',
          },
        }
      : {}),
    ...(before.payment_method_types.includes('card_present')
      ? {
          card_present: {
            request_extended_authorization: false,
            request_incremental_authorization_support: false,
          },
        }
      : {}),
    ...(before.payment_method_types.includes('sepa_debit') ? { sepa_debit: {} } : {}),
    ...(before.payment_method_types.includes('customer_balance')
      ? { customer_balance: transferOptions(known?.customer_balance, input?.customer_balance) }
      : {}),
  };
};

/** What the accepted payment methods want to be saved for: the options may say it instead of the intent. */
const futureUsage = (params: CreateParams): string | null => {
  const byOption = params.payment_method_options?.card?.setup_future_usage;
  return (
    params.setup_future_usage ?? (byOption === 'off_session' || byOption === 'on_session' ? byOption : null)
  );
};

/** A PaymentIntent as it stands before anything was tried. */
export const blankIntent = (scope: Scope, params: CreateParams): Stripe.PaymentIntent => {
  const currency = params.currency.toLowerCase();
  checkAmount(params.amount, currency);
  const allowed = params.allowed_payment_method_types;
  const types = eligibleTypes(currency, allowed);
  const id = newId('pi');
  const automatic = params.automatic_payment_methods;
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: allowed ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automatic
      ? { allow_redirects: automatic.allow_redirects ?? 'always', enabled: automatic.enabled }
      : allowed
        ? null
        : { allow_redirects: 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method:
      params.payment_method_options?.card?.capture_method === 'manual'
        ? 'manual'
        : (params.capture_method ?? 'automatic_async'),
    client_secret: newClientSecret(id),
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: scope.now(),
    currency,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: methodOptions(
      { payment_method_types: types, payment_method_options: null },
      params.payment_method_options,
    ),
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: futureUsage(params),
    shipping: params.shipping ? toShipping(params.shipping) : null,
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  };
};
