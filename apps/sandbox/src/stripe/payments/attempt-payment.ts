import type Stripe from 'stripe';
import { authenticationStep } from '../cards/authentication.ts';
import { DECLINES } from '../cards/decline.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { payByTransfer } from '../transfers/pay-by-transfer.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, unschedule } from '../world.ts';
import { type Attempt, type AttemptOptions, failIntent } from './attempt.ts';
import { authorizeCard, declineCard } from './authorize-card.ts';
import { failureOf } from './card-error.ts';
import { abandonChallenges, openChallenge } from './challenges.ts';
import { debit } from './debit.ts';
import { testCardOf } from './payment-method.ts';

/** Refuses a payment method that does not fit the intent or its customer. */
const requireUsable = (scope: Scope, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void => {
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of these types: ${intent.payment_method_types.join(', ')}.`,
      { code: 'payment_intent_incompatible_payment_method' },
    );
  }
  if (method.customer && method.customer !== intent.customer) {
    throw invalidRequest(
      intent.customer
        ? `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`
        : `The PaymentMethod ${method.id} belongs to a Customer. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { param: 'payment_method' },
    );
  }
  if (scope.tables.instruments.get(method.id)?.spent) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
      { param: 'payment_method' },
    );
  }
};

const wantsChallenge = (intent: Stripe.PaymentIntent): boolean =>
  ['any', 'challenge'].includes(intent.payment_method_options?.card?.request_three_d_secure ?? 'automatic');

/** One try to collect the intent's amount with a payment method. */
export const attemptPayment = (
  scope: Scope,
  before: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  options: AttemptOptions,
): Attempt => {
  requireUsable(scope, before, method);
  abandonChallenges(scope, before.id);
  unschedule(scope, 'payment_intent.expire_authorization', before.id);
  const intent = scope.tables.paymentIntents.put({ ...before, payment_method: method.id, next_action: null });
  if (method.type === 'customer_balance') return payByTransfer(scope, intent);
  if (method.type === 'sepa_debit') return debit(scope, intent, method, options);

  const card = testCardOf(scope, method);
  if (!card) return declineCard(scope, intent, method, DECLINES.testModeLiveCard, null);
  const step = authenticationStep(card, {
    offSession: options.offSession,
    setUp: scope.tables.instruments.get(method.id)?.readyForOffSession ?? false,
    requested: wantsChallenge(intent),
  });
  if (step === 'refused') return declineCard(scope, intent, method, DECLINES.authenticationRequired, null);
  if (step !== 'challenge') return authorizeCard(scope, intent, method, card, step === 'none' ? null : step);
  if (options.errorOnRequiresAction) {
    return failIntent(scope, intent, failureOf(DECLINES.authenticationNotHandled, method), null);
  }
  const waiting = scope.tables.paymentIntents.put({
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: openChallenge(scope, { intent: intent.id, ...options }),
  });
  emit(scope, 'payment_intent.requires_action', waiting);
  return { intent: waiting, failure: null };
};
