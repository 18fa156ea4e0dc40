import type Stripe from 'stripe';
import { DECLINES, type Decline } from '../cards/decline.ts';
import type { TestCard } from '../cards/test-card.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { attach } from './attach.ts';
import type { AttemptOptions } from './attempt.ts';
import { type CardFailure, failureOf } from './card-error.ts';
import { abandonChallenges, openChallenge } from './challenges.ts';
import { mandateFor } from './mandates.ts';
import { testCardOf } from './payment-method.ts';

export interface SetupAttempt {
  readonly intent: Stripe.SetupIntent;
  readonly failure: CardFailure | null;
}

type Options = Pick<AttemptOptions, 'returnUrl' | 'checkoutSession' | 'acceptance'>;

const recordAttempt = (
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  status: 'succeeded' | 'failed' | 'requires_action',
  failure: CardFailure | null,
): string => {
  const card = method.card;
  const attempt = scope.tables.setupAttempts.put({
    id: newId('setatt'),
    object: 'setup_attempt',
    application: null,
    created: scope.now(),
    customer: intent.customer,
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: method.id,
    payment_method_details: card
      ? {
          card: {
            brand: card.brand,
            checks: card.checks,
            country: card.country,
            exp_month: card.exp_month,
            exp_year: card.exp_year,
            fingerprint: card.fingerprint ?? null,
            funding: card.funding,
            last4: card.last4,
            network: card.brand,
            three_d_secure: null,
            wallet: null,
          },
          type: 'card',
        }
      : { sepa_debit: {}, type: 'sepa_debit' },
    setup_error: failure,
    setup_intent: intent.id,
    status,
    usage: intent.usage,
  });
  return attempt.id;
};

export const failSetup = (
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  failure: CardFailure,
): SetupAttempt => {
  const failed = scope.tables.setupIntents.put({
    ...intent,
    status: 'requires_payment_method',
    last_setup_error: failure,
    latest_attempt: recordAttempt(scope, intent, method, 'failed', failure),
    next_action: null,
    payment_method: null,
  });
  emit(scope, 'setup_intent.setup_failed', failed);
  return { intent: failed, failure };
};

const succeed = (
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  mandate: string | null,
): SetupAttempt => {
  if (typeof intent.customer === 'string') attach(scope, method.id, intent.customer);
  const instrument = scope.tables.instruments.get(method.id);
  if (instrument && intent.usage === 'off_session') {
    scope.tables.instruments.put({ ...instrument, readyForOffSession: true });
  }
  const after = scope.tables.setupIntents.put({
    ...intent,
    status: 'succeeded',
    last_setup_error: null,
    latest_attempt: recordAttempt(scope, intent, method, 'succeeded', null),
    mandate,
    next_action: null,
    payment_method: method.id,
  });
  emit(scope, 'setup_intent.succeeded', after);
  return { intent: after, failure: null };
};

/** The check of a card without taking money. A card that only lacks funds or asks first is kept. */
const setupDecline = (card: TestCard): Decline | undefined =>
  card.authentication === 'unless_set_up' ? undefined : card.decline;

/** Ends the setup of a card, after authentication where that was needed. */
export const finishCardSetup = (
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  card: TestCard,
): SetupAttempt => {
  const decline = setupDecline(card);
  return decline
    ? failSetup(scope, intent, method, failureOf(decline, method))
    : succeed(scope, intent, method, null);
};

const wantsChallenge = (intent: Stripe.SetupIntent): boolean =>
  ['any', 'challenge'].includes(intent.payment_method_options?.card?.request_three_d_secure ?? 'automatic');

const needsChallenge = (card: TestCard, requested: boolean): boolean =>
  card.authentication === 'required' ||
  card.authentication === 'unless_set_up' ||
  (card.authentication === 'optional' && requested);

/** One try to save a payment method for later. */
export const attemptSetup = (
  scope: Scope,
  before: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  options: Options,
): SetupAttempt => {
  if (!before.payment_method_types.includes(method.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this SetupIntent. Please attach a PaymentMethod of one of these types: ${before.payment_method_types.join(', ')}.`,
      { code: 'setup_intent_invalid_parameter' },
    );
  }
  abandonChallenges(scope, before.id);
  const intent = scope.tables.setupIntents.put({ ...before, payment_method: method.id, next_action: null });
  if (method.type === 'sepa_debit') {
    const mandate = mandateFor(scope, method, { acceptance: options.acceptance }, { type: 'multi_use' });
    return succeed(scope, intent, method, mandate.id);
  }
  const card = testCardOf(scope, method);
  if (!card) return failSetup(scope, intent, method, failureOf(DECLINES.testModeLiveCard, method));
  if (!needsChallenge(card, wantsChallenge(intent))) return finishCardSetup(scope, intent, method, card);
  const waiting = scope.tables.setupIntents.put({
    ...intent,
    status: 'requires_action',
    last_setup_error: null,
    latest_attempt: recordAttempt(scope, intent, method, 'requires_action', null),
    next_action: openChallenge(scope, { intent: intent.id, ...options }),
  });
  emit(scope, 'setup_intent.requires_action', waiting);
  return { intent: waiting, failure: null };
};
