import { completeIfDone } from '../../stripe/checkout/pay-session.ts';
import { answerDebit } from '../../stripe/due-work.ts';
import { StripeError } from '../../stripe/http/stripe-error.ts';
import { endChallenge } from '../../stripe/payments/authenticate.ts';
import { openChallengeOf } from '../../stripe/payments/challenges.ts';
import { settleRefund } from '../../stripe/payments/refund.ts';
import { CONFIRMABLE } from '../../stripe/resources/payment-intent-state.ts';
import { confirm } from '../../stripe/resources/payment-intent-steps.ts';
import type { Step } from './step.ts';

/** The customer pays in a partner's app: with a test card, as the app would confirm it. */
const pay: Step = {
  path: 'intents/:id/pay',
  shelves: ['paymentIntents'],
  take: (scope, id, { method }) => {
    const intent = scope.tables.paymentIntents.get(id);
    if (!intent?.payment_method_types.includes('card') || !CONFIRMABLE.includes(intent.status)) return false;
    try {
      confirm(scope, intent, {
        payment_method: typeof method === 'string' ? method : 'pm_card_visa',
        return_url: scope.world.stripeUrl,
      });
    } catch (error) {
      // A declined card is an answer; anything else was never tried.
      if (!(error instanceof StripeError)) throw error;
      return error.hasEffect;
    }
    return true;
  },
};

/** Ends a 3-D Secure challenge in the customer's place. */
const authenticate: Step = {
  path: 'intents/:id/authenticate',
  shelves: ['paymentIntents', 'setupIntents'],
  take: (scope, intent, { outcome }) => {
    const challenge = openChallengeOf(scope, intent);
    if (!challenge) return false;
    endChallenge(scope, challenge, outcome !== 'fail');
    if (challenge.checkoutSession) completeIfDone(scope, challenge.checkoutSession);
    return true;
  },
};

/** The bank's answer to a debit, now. */
const debit: Step = {
  path: 'intents/:id/debit',
  shelves: ['paymentIntents'],
  take: (scope, intent, { outcome }) => {
    if (scope.tables.paymentIntents.get(intent)?.status !== 'processing') return false;
    answerDebit(scope, intent, outcome === 'fail' ? 'fail' : 'succeed');
    return true;
  },
};

/** A refund that waits succeeds or fails, as its card has it. */
const refund: Step = {
  path: 'refunds/:id/settle',
  shelves: ['refunds'],
  take: (scope, id) => {
    if (!scope.tables.dueWork.newestFirst().some((due) => due.subject === id)) return false;
    settleRefund(scope, id);
    return true;
  },
};

export const PAYMENT_STEPS = { pay, authenticate, debit, refund };
