import { randomInt } from 'node:crypto';
import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import { settleCheckout } from '../checkout/outcome.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { post } from '../money/balance-transactions.ts';
import { feeFor } from '../money/fees.ts';
import type { Attempt } from '../payments/attempt.ts';
import { createCharge } from '../payments/charge.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { appliedTo, cashIn, moveCash, reconcilesItself } from './cash-balance.ts';
import { instructionsFor } from './funding-instructions.ts';
import { TRANSFER_COUNTRIES, type TransferCountry } from './iban.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const newReference = (): string =>
  Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

export const customerOf = (intent: Stripe.PaymentIntent): string | null =>
  typeof intent.customer === 'string' ? intent.customer : null;

export const remainingOf = (scope: Scope, intent: Stripe.PaymentIntent): number =>
  intent.amount - appliedTo(scope, intent.id);

const countryOf = (intent: Stripe.PaymentIntent): TransferCountry | undefined => {
  const transfer = intent.payment_method_options?.customer_balance?.bank_transfer;
  const country = transfer?.type === 'eu_bank_transfer' ? transfer.eu_bank_transfer?.country : undefined;
  return TRANSFER_COUNTRIES.find((known) => known === country);
};

/** The payment is covered: a charge, and the money on the balance of the business. */
const succeed = (scope: Scope, intent: Stripe.PaymentIntent): Stripe.PaymentIntent => {
  const method = scope.tables.paymentMethods.get(String(intent.payment_method));
  if (!method) return intent;
  const bare = createCharge(scope, {
    intent,
    method,
    status: 'succeeded',
    captured: true,
    decline: null,
    authenticated: null,
    mandate: null,
  });
  const transaction = post(scope, {
    type: 'payment',
    source: bare.id,
    amount: intent.amount,
    fee: feeFor('customer_balance', intent.amount),
    currency: intent.currency,
    availableOn: businessDaysAfter(scope.now(), 1),
    description: intent.description,
  });
  const charge = scope.tables.charges.put({ ...bare, balance_transaction: transaction.id });
  const paid = scope.tables.paymentIntents.put({
    ...intent,
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  emit(scope, 'charge.succeeded', charge);
  emit(scope, 'payment_intent.succeeded', paid);
  settleCheckout(scope, paid);
  return paid;
};

/** Waits for the rest, and says how much that is. */
const askFor = (scope: Scope, intent: Stripe.PaymentIntent, customer: string): Stripe.PaymentIntent => {
  const country = countryOf(intent);
  if (!country) {
    throw invalidRequest(
      'The customer does not have enough funds in their cash balance to cover this payment: pass `payment_method_options[customer_balance][funding_type]` and `[bank_transfer]` to ask for a transfer.',
      { code: 'payment_intent_invalid_parameter', param: 'payment_method_options[customer_balance]' },
    );
  }
  const known = intent.next_action?.display_bank_transfer_instructions?.reference;
  return scope.tables.paymentIntents.put({
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: {
      type: 'display_bank_transfer_instructions',
      display_bank_transfer_instructions: instructionsFor(intent, customer, {
        country,
        remaining: remainingOf(scope, intent),
        reference: known ?? newReference(),
        stripeUrl: scope.world.stripeUrl,
      }),
    },
  });
};

/** Uses the customer's money for a payment that waits for it, as far as it goes. */
export const applyCash = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  amount: number,
): Stripe.PaymentIntent => {
  const customer = customerOf(intent);
  if (customer === null || amount <= 0) return intent;
  moveCash(scope, customer, -amount, intent.currency, {
    type: 'applied_to_payment',
    applied_to_payment: { payment_intent: intent.id },
  });
  if (remainingOf(scope, intent) <= 0) return succeed(scope, intent);
  const partly = askFor(scope, intent, customer);
  emit(scope, 'payment_intent.partially_funded', partly);
  return partly;
};

/** One try to pay out of the customer's cash balance; what is missing is asked for by transfer. */
export const payByTransfer = (scope: Scope, intent: Stripe.PaymentIntent): Attempt => {
  const customer = customerOf(intent);
  if (customer === null) {
    throw invalidRequest('A customer is required to pay with `customer_balance`.', {
      code: 'parameter_missing',
      param: 'customer',
    });
  }
  if (intent.currency !== 'eur')
    throw invalidRequest('`eu_bank_transfer` can only be used with eur.', { param: 'currency' });
  const held = cashIn(scope, customer, intent.currency);
  const usable = reconcilesItself(scope, customer) ? Math.min(held, remainingOf(scope, intent)) : 0;
  if (usable >= remainingOf(scope, intent))
    return { intent: applyCash(scope, intent, usable), failure: null };
  const waiting = askFor(scope, intent, customer);
  emit(scope, 'payment_intent.requires_action', waiting);
  return { intent: applyCash(scope, waiting, usable), failure: null };
};

/** A payment that ends without being covered gives the customer his money back to his cash balance. */
export const releaseCash = (scope: Scope, intent: Stripe.PaymentIntent): void => {
  const customer = customerOf(intent);
  const applied = appliedTo(scope, intent.id);
  if (customer === null || applied <= 0) return;
  moveCash(scope, customer, applied, intent.currency, {
    type: 'unapplied_from_payment',
    unapplied_from_payment: { payment_intent: intent.id },
  });
};
