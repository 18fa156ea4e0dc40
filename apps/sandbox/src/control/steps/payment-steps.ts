import { completeIfDone } from '../../stripe/checkout/pay-session.ts';
import { answerDebit } from '../../stripe/due-work.ts';
import { endChallenge } from '../../stripe/payments/authenticate.ts';
import { openChallengeOf } from '../../stripe/payments/challenges.ts';
import { settleRefund } from '../../stripe/payments/refund.ts';
import type { Step } from './step.ts';

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

export const PAYMENT_STEPS = { authenticate, debit, refund };
