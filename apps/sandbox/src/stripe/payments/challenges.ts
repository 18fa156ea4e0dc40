import type Stripe from 'stripe';
import type { Challenge } from '../../state/records.ts';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';

/** Leaves behind the challenges an intent still waits for: a new attempt or a cancellation replaces them. */
export const abandonChallenges = (scope: Scope, intent: string): void => {
  for (const challenge of scope.tables.challenges.newestFirst()) {
    if (challenge.intent === intent && challenge.state === 'open') {
      scope.tables.challenges.put({ ...challenge, state: 'abandoned' });
    }
  }
};

/** Opens a 3-D Secure challenge and returns the action that sends the customer to it. */
export const openChallenge = (
  scope: Scope,
  { intent, returnUrl, checkoutSession }: Pick<Challenge, 'intent' | 'returnUrl' | 'checkoutSession'>,
): Stripe.PaymentIntent.NextAction & Stripe.SetupIntent.NextAction => {
  abandonChallenges(scope, intent);
  const { id } = scope.tables.challenges.put({
    id: newId('payatt'),
    intent,
    returnUrl,
    checkoutSession,
    state: 'open',
  });
  const url = challengeUrl(scope, id);
  // Without a return URL Stripe leaves the action to its own script in the browser.
  return returnUrl === null && checkoutSession === null
    ? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
    : { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } };
};

export const challengeUrl = (scope: Scope, id: string): string =>
  `${scope.world.stripeUrl}/c/authenticate/${id}`;

export const openChallengeOf = (scope: Scope, intent: string): Challenge | undefined =>
  scope.tables.challenges
    .newestFirst()
    .find((challenge) => challenge.intent === intent && challenge.state === 'open');
