import type Stripe from 'stripe';
import { completeIfDone } from '../stripe/checkout/pay-session.ts';
import { answerDebit } from '../stripe/due-work.ts';
import type { Heartbeat } from '../stripe/heartbeat.ts';
import { newId } from '../stripe/ids.ts';
import { arrivePayout, failPayout, payOutAvailable, reconcilePayout } from '../stripe/money/payouts.ts';
import { endChallenge } from '../stripe/payments/authenticate.ts';
import { openChallengeOf } from '../stripe/payments/challenges.ts';
import { settleRefund } from '../stripe/payments/refund.ts';
import { openScope, type Scope, type World } from '../stripe/world.ts';

/** The next steps a person (or a test) can take instead of waiting for them. All undo themselves when they fail. */
export interface Actions {
  passChallenge(intent: string, passed: boolean): boolean;
  answerDebit(intent: string, outcome: 'succeed' | 'fail'): boolean;
  settleRefund(refund: string): boolean;
  /** Pays out everything an account owns, pending money included; `arrive` lets it reach the bank at once. */
  runPayout(account: string, arrive: boolean): Stripe.Payout[];
  arrivePayout(payout: string): boolean;
  failPayout(payout: string): boolean;
  redeliver(event: string): boolean;
}

export const createActions = (world: World, heartbeat: Heartbeat): Actions => {
  const { shelves, work } = world.store;

  /** Runs a step in the account an object belongs to; false when there is no such object. */
  const inAccountOf = (account: string | undefined, run: (scope: Scope) => boolean | undefined): boolean => {
    if (account === undefined) return false;
    const done = work(() => run(openScope(world, account))) ?? true;
    heartbeat.beat();
    return done;
  };
  const accountOfIntent = (id: string) =>
    (shelves.paymentIntents.find(id) ?? shelves.setupIntents.find(id))?.account;

  const arrive = (scope: Scope, id: string) => {
    if (scope.tables.payouts.get(id)?.reconciliation_status === 'in_progress') reconcilePayout(scope, id);
    if (scope.tables.payouts.get(id)?.status === 'in_transit') arrivePayout(scope, id);
  };

  /** Debits whose bank has not answered yet stay pending. */
  const releaseEarly = (scope: Scope) => {
    for (const transaction of scope.tables.balanceTransactions.newestFirst()) {
      const charge =
        typeof transaction.source === 'string' ? scope.tables.charges.get(transaction.source) : undefined;
      if (transaction.status !== 'pending' || charge?.status === 'pending') continue;
      scope.tables.balanceTransactions.put({
        ...transaction,
        status: 'available',
        available_on: scope.now(),
      });
    }
  };

  return {
    passChallenge: (intent, passed) =>
      inAccountOf(accountOfIntent(intent), (scope) => {
        const challenge = openChallengeOf(scope, intent);
        if (!challenge) return false;
        endChallenge(scope, challenge, passed);
        if (challenge.checkoutSession) completeIfDone(scope, challenge.checkoutSession);
        return true;
      }),
    answerDebit: (intent, outcome) =>
      inAccountOf(accountOfIntent(intent), (scope) => {
        if (scope.tables.paymentIntents.get(intent)?.status !== 'processing') return false;
        answerDebit(scope, intent, outcome);
        return true;
      }),
    settleRefund: (refund) =>
      inAccountOf(shelves.refunds.find(refund)?.account, (scope) => {
        if (!scope.tables.dueWork.newestFirst().some((due) => due.subject === refund)) return false;
        settleRefund(scope, refund);
        return true;
      }),
    runPayout: (account, atOnce) => {
      const payouts = work(() => {
        const scope = openScope(world, account);
        releaseEarly(scope);
        const created = payOutAvailable(scope);
        if (atOnce) for (const payout of created) arrive(scope, payout.id);
        return created;
      });
      heartbeat.beat();
      return payouts;
    },
    arrivePayout: (payout) =>
      inAccountOf(shelves.payouts.find(payout)?.account, (scope) => {
        if (scope.tables.payouts.get(payout)?.status !== 'in_transit') return false;
        arrive(scope, payout);
        return true;
      }),
    failPayout: (payout) =>
      inAccountOf(shelves.payouts.find(payout)?.account, (scope) => {
        if (scope.tables.payouts.get(payout)?.status === 'failed') return false;
        failPayout(scope, payout);
        return true;
      }),
    redeliver: (event) =>
      inAccountOf(shelves.events.find(event)?.account, (scope) => {
        const endpoints = new Set(
          scope.tables.deliveries
            .newestFirst()
            .filter((delivery) => delivery.event === event)
            .map(({ endpoint }) => endpoint),
        );
        for (const endpoint of endpoints) {
          scope.tables.deliveries.put({
            id: newId('whdel'),
            event,
            endpoint,
            state: 'pending',
            attempts: [],
            nextTryAt: scope.now(),
            order: world.store.nextSeq(),
          });
        }
        return endpoints.size > 0;
      }),
  };
};
