import type Stripe from 'stripe';
import type { Heartbeat } from '../stripe/heartbeat.ts';
import { payOutAvailable } from '../stripe/money/payouts.ts';
import { openScope, type Scope, type World } from '../stripe/world.ts';
import { DISPUTE_STEPS } from './steps/dispute-steps.ts';
import { EVENT_STEPS } from './steps/event-steps.ts';
import { PAYMENT_STEPS } from './steps/payment-steps.ts';
import { arriveNow, PAYOUT_STEPS } from './steps/payout-steps.ts';
import { READER_STEPS } from './steps/reader-steps.ts';
import type { Given, Step } from './steps/step.ts';
import { TRANSFER_STEPS } from './steps/transfer-steps.ts';

/** Every step that can be taken on an object; the page and the levers offer the same ones. */
export const STEPS = {
  ...EVENT_STEPS,
  ...PAYMENT_STEPS,
  ...TRANSFER_STEPS,
  ...READER_STEPS,
  ...DISPUTE_STEPS,
  ...PAYOUT_STEPS,
} satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
export const isStep = (name: string): name is StepName => Object.hasOwn(STEPS, name);

/** The next steps a person (or a test) can take instead of waiting for them. All undo themselves when they fail. */
export interface Actions {
  /** False when there is no such object, or nothing to do with it. */
  take(step: StepName, id: string, given?: Given): boolean;
  /** Pays out everything an account owns, pending money included; `arrive` lets it reach the bank at once. */
  runPayout(account: string, arrive: boolean): Stripe.Payout[];
}

/** Debits whose bank has not answered yet stay pending. */
const releaseEarly = (scope: Scope): void => {
  for (const transaction of scope.tables.balanceTransactions.newestFirst()) {
    const charge =
      typeof transaction.source === 'string' ? scope.tables.charges.get(transaction.source) : undefined;
    if (transaction.status !== 'pending' || charge?.status === 'pending') continue;
    scope.tables.balanceTransactions.put({ ...transaction, status: 'available', available_on: scope.now() });
  }
};

export const createActions = (world: World, heartbeat: Heartbeat): Actions => {
  const { shelves, work } = world.store;
  return {
    take: (name, id, given = {}) => {
      const step: Step = STEPS[name];
      const account = step.shelves.map((shelf) => shelves[shelf].find(id)).find(Boolean)?.account;
      if (account === undefined) return false;
      const done = work(() => step.take(openScope(world, account), id, given));
      heartbeat.beat();
      return done;
    },
    runPayout: (account, atOnce) => {
      const payouts = work(() => {
        const scope = openScope(world, account);
        releaseEarly(scope);
        const created = payOutAvailable(scope);
        if (atOnce) for (const payout of created) arriveNow(scope, payout.id);
        return created;
      });
      heartbeat.beat();
      return payouts;
    },
  };
};
