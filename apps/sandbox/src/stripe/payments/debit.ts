import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import { type DebitOutcome, debitOutcome } from '../cards/test-ibans.ts';
import { docUrl, invalidRequest } from '../http/stripe-error.ts';
import { post } from '../money/balance-transactions.ts';
import { feeFor } from '../money/fees.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule, unschedule } from '../world.ts';
import { type Attempt, type AttemptOptions, failIntent, saveMethod } from './attempt.ts';
import { createCharge, latestCharge } from './charge.ts';
import { mandateFor } from './mandates.ts';

const DAY = 86_400;

/** Submits a SEPA direct debit. The bank answers days later; until then it is neither paid nor failed. */
export const debit = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  options: Pick<AttemptOptions, 'mandate' | 'acceptance'>,
): Attempt => {
  const source = scope.tables.instruments.get(method.id)?.source;
  if (intent.currency !== 'eur' || source?.type !== 'sepa_debit') {
    throw invalidRequest('The `sepa_debit` payment method can only be used with eur.', { param: 'currency' });
  }
  const mandate = mandateFor(
    scope,
    method,
    options,
    intent.setup_future_usage === 'off_session'
      ? { type: 'multi_use' }
      : { type: 'single_use', amount: intent.amount, currency: intent.currency },
  );
  const settlesAt = scope.now() + debitOutcome(source.iban).days * DAY;
  const bare = createCharge(scope, {
    intent,
    method,
    status: 'pending',
    captured: true,
    decline: null,
    authenticated: null,
    mandate: mandate.id,
  });
  const transaction = post(scope, {
    type: 'payment',
    source: bare.id,
    amount: intent.amount,
    fee: feeFor('sepa_debit', intent.amount),
    currency: intent.currency,
    availableOn: businessDaysAfter(settlesAt, 1),
    description: intent.description,
  });
  const charge = scope.tables.charges.put({ ...bare, balance_transaction: transaction.id });
  const after = scope.tables.paymentIntents.put({
    ...intent,
    status: 'processing',
    latest_charge: charge.id,
    last_payment_error: null,
  });
  saveMethod(scope, after, method);
  schedule(scope, 'payment_intent.settle_debit', settlesAt, after.id);
  emit(scope, 'charge.pending', charge);
  emit(scope, 'payment_intent.processing', after);
  return { intent: after, failure: null };
};

const outcomeOf = (scope: Scope, charge: Stripe.Charge): DebitOutcome | undefined => {
  const source = charge.payment_method
    ? scope.tables.instruments.get(charge.payment_method)?.source
    : undefined;
  return source?.type === 'sepa_debit' ? debitOutcome(source.iban) : undefined;
};

const settled = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  disputedAs: DebitOutcome['disputedAs'],
): Stripe.PaymentIntent => {
  const paid = scope.tables.charges.put({
    ...charge,
    status: 'succeeded',
    paid: true,
    receipt_url: `${scope.world.stripeUrl}/receipts/${charge.id}`,
  });
  const after = scope.tables.paymentIntents.put({
    ...intent,
    status: 'succeeded',
    amount_received: intent.amount,
  });
  if (disputedAs) schedule(scope, 'dispute.open', scope.now(), charge.id);
  emit(scope, 'charge.succeeded', paid);
  emit(scope, 'payment_intent.succeeded', after);
  return after;
};

const returned = (
  scope: Scope,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  failure: { code: string; message: string },
): Stripe.PaymentIntent => {
  const first =
    typeof charge.balance_transaction === 'string'
      ? scope.tables.balanceTransactions.get(charge.balance_transaction)
      : undefined;
  const fee = first?.fee ?? 0;
  // The pending credit is taken back in full, its fee included, on the day it would have become available.
  const reversal = post(scope, {
    type: 'payment_failure_refund',
    source: charge.id,
    amount: -charge.amount,
    fee: -fee,
    currency: charge.currency,
    availableOn: first?.available_on ?? scope.now(),
    description: 'Payment failure refund',
  });
  const failed = scope.tables.charges.put({
    ...charge,
    status: 'failed',
    paid: false,
    failure_code: failure.code,
    failure_message: failure.message,
    failure_balance_transaction: reversal.id,
  });
  emit(scope, 'charge.failed', failed);
  const method = charge.payment_method ? scope.tables.paymentMethods.get(charge.payment_method) : undefined;
  const code = 'payment_intent_payment_attempt_failed';
  return failIntent(
    scope,
    intent,
    {
      charge: charge.id,
      code,
      doc_url: docUrl(code),
      message: `The payment failed: ${failure.message}`,
      ...(method ? { payment_method: method } : {}),
      type: 'invalid_request_error',
    },
    charge.id,
  ).intent;
};

const MANUAL_FAILURE = {
  code: 'insufficient_funds',
  message: "The customer's account has insufficient funds to cover this payment.",
};

/** The bank's answer to a debit: by the test IBAN, or as `forced` has it. */
export const settleDebit = (
  scope: Scope,
  intentId: string,
  forced?: 'succeed' | 'fail',
): Stripe.PaymentIntent | undefined => {
  unschedule(scope, 'payment_intent.settle_debit', intentId);
  const intent = scope.tables.paymentIntents.get(intentId);
  const charge = intent && latestCharge(scope, intent);
  if (!intent || !charge || intent.status !== 'processing') return undefined;
  const outcome = outcomeOf(scope, charge);
  const byIban = outcome?.failure ?? null;
  const failure = forced === 'succeed' ? null : forced === 'fail' ? (byIban ?? MANUAL_FAILURE) : byIban;
  return failure
    ? returned(scope, intent, charge, failure)
    : settled(scope, intent, charge, outcome?.disputedAs);
};
