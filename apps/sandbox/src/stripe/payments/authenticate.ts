import type Stripe from 'stripe';
import type { Challenge } from '../../state/records.ts';
import { DECLINES } from '../cards/decline.ts';
import type { Scope } from '../world.ts';
import { type Attempt, failIntent } from './attempt.ts';
import { failSetup, finishCardSetup, type SetupAttempt } from './attempt-setup.ts';
import { authorizeCard } from './authorize-card.ts';
import { authenticationFailure, failureOf } from './card-error.ts';
import { testCardOf } from './payment-method.ts';

const methodOf = (
  scope: Scope,
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
): Stripe.PaymentMethod | undefined =>
  typeof intent.payment_method === 'string'
    ? scope.tables.paymentMethods.get(intent.payment_method)
    : undefined;

const finishPayment = (scope: Scope, intent: Stripe.PaymentIntent, passed: boolean): Attempt => {
  const method = methodOf(scope, intent);
  const card = method && testCardOf(scope, method);
  if (!method || !card) return { intent, failure: null };
  if (!passed) return failIntent(scope, intent, authenticationFailure(method, 'payment_intent'), null);
  if (card.authenticationFails) {
    return failIntent(scope, intent, failureOf(DECLINES.processingError, method), null);
  }
  return authorizeCard(scope, intent, method, card, 'challenge');
};

const finishSetup = (scope: Scope, intent: Stripe.SetupIntent, passed: boolean): SetupAttempt => {
  const method = methodOf(scope, intent);
  const card = method && testCardOf(scope, method);
  if (!method || !card) return { intent, failure: null };
  if (!passed) return failSetup(scope, intent, method, authenticationFailure(method, 'setup_intent'));
  if (card.authenticationFails) {
    return failSetup(scope, intent, method, failureOf(DECLINES.processingError, method));
  }
  return finishCardSetup(scope, intent, method, card);
};

/** Ends a 3-D Secure challenge the customer has passed or failed. A second ending changes nothing. */
export const endChallenge = (scope: Scope, challenge: Challenge, passed: boolean): void => {
  if (challenge.state !== 'open') return;
  scope.tables.challenges.put({ ...challenge, state: passed ? 'completed' : 'failed' });
  const payment = scope.tables.paymentIntents.get(challenge.intent);
  const setup = scope.tables.setupIntents.get(challenge.intent);
  if (payment?.status === 'requires_action') finishPayment(scope, payment, passed);
  else if (setup?.status === 'requires_action') finishSetup(scope, setup, passed);
};
