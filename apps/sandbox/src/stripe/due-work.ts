import type { DueKind } from '../state/records.ts';
import { expireIfOpen } from './checkout/expire-session.ts';
import { settleCheckout } from './checkout/outcome.ts';
import { expireDispute } from './disputes/close-dispute.ts';
import { decideDispute } from './disputes/evidence.ts';
import { disputeByPlan } from './disputes/open-dispute.ts';
import { arrivePayout, reconcilePayout, releaseBalance, runSchedule, submitPayout } from './money/payouts.ts';
import { bookLater } from './payments/authorize-card.ts';
import { expireAuthorization } from './payments/cancel-payment.ts';
import { settleDebit } from './payments/debit.ts';
import { settleRefund } from './payments/refund.ts';
import { openScope, type Scope, type World } from './world.ts';

/** The bank's answer to a debit, and what it means for the Checkout session it came from. */
export const answerDebit = (scope: Scope, intentId: string, forced?: 'succeed' | 'fail'): void => {
  const intent = settleDebit(scope, intentId, forced);
  if (intent) settleCheckout(scope, intent);
};

const HANDLERS = {
  'checkout_session.expire': expireIfOpen,
  'payment_intent.expire_authorization': expireAuthorization,
  'payment_intent.settle_debit': (scope, intent) => answerDebit(scope, intent),
  'charge.book': bookLater,
  'balance.release': releaseBalance,
  'payout.run': runSchedule,
  'payout.reconcile': reconcilePayout,
  'payout.submit': submitPayout,
  'payout.arrive': arrivePayout,
  'refund.settle': settleRefund,
  'dispute.open': disputeByPlan,
  'dispute.decide': decideDispute,
  'dispute.expire': expireDispute,
} satisfies Record<DueKind, (scope: Scope, subject: string) => void>;

const earliest = (world: World) => {
  const open = world.store.shelves.dueWork.entries();
  return open.reduce<(typeof open)[number] | undefined>(
    (first, entry) =>
      !first ||
      entry.value.at < first.value.at ||
      (entry.value.at === first.value.at && entry.seq < first.seq)
        ? entry
        : first,
    undefined,
  );
};

/** Does, in order of time, whatever the clock has passed; each piece sees the moment it was due. */
export const doDueWork = (world: World): void => {
  for (let next = earliest(world); next && next.value.at <= world.clock.now(); next = earliest(world)) {
    const { account, value: work } = next;
    const scope = openScope(world, account);
    const remove = () => scope.tables.dueWork.remove(work.id);
    try {
      world.clock.during(work.at, () =>
        world.store.work(() => {
          remove();
          HANDLERS[work.kind](scope, work.subject);
        }),
      );
    } catch (error) {
      // Work that cannot be done must not stop the clock for everything after it.
      world.store.work(remove);
      process.stderr.write(`sandbox: ${work.kind} ${work.subject} failed: ${String(error)}\n`);
    }
  }
};

/** When something happens next by itself, in unix seconds on the virtual clock. */
export const nextDueAt = (world: World): number | undefined => earliest(world)?.value.at;
