import { postUnassigned } from '../ledger/post-money.ts';
import { type Change, decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { CasePayment, PaymentCase } from '../workflow/payment-case.ts';
import { refuseByRole } from '../workflow/permissions.ts';
import { liftStop, openRun } from '../workflow/progress.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { backToAmount } from '../workflow/reopen.ts';
import { isRunning } from './refund-edges.ts';
import { holdingAllocations, undo } from './take-back.ts';
import { undoGranted } from './undo-granted.ts';

export interface UnassignPayment {
  readonly paymentId: string;
  readonly reason: string;
}

/** Only what was taken out of the pool can go back to it; money that went back to a customer has been the customer's. */
const refuseOne = (state: PaymentCase, { id, source, refunded }: CasePayment): Refusal | null => {
  if (source !== 'BANK') return { code: 'NOT_FROM_POOL' };
  if (state.refunds.some((one) => one.paymentId === id && isRunning(one))) return { code: 'REFUND_RUNNING' };
  return refunded.minor > 0n ? { code: 'PAYMENT_REFUNDED' } : null;
};

/** Credits of the bank that can be given back to the pool. */
export const unassignable = (state: PaymentCase): readonly CasePayment[] =>
  state.payments.filter((payment) => refuseOne(state, payment) === null);

/** Refused where no credit of the bank can go back. Allowed on a closed case, which it reopens. */
export const refuseUnassign = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null => {
  const byRole = refuseByRole(state, env.actor, 'UNASSIGN_PAYMENT');
  if (byRole) return byRole;
  if (state.approvals.some((approval) => approval.state === 'OPEN')) return { code: 'APPROVAL_PENDING' };
  if (unassignable(state).length > 0) return null;
  const [first] = state.payments.filter(({ source }) => source === 'BANK');
  return (first && refuseOne(state, first)) ?? { code: 'NOT_FROM_POOL' };
};

/** A step that was about this payment is about none, and has not stopped for it. A rejection stays. */
const forget = (state: PaymentCase, paymentId: string): readonly Change[] => {
  const run = openRun(state);
  if (run?.step !== 'CONFIRM_AMOUNT') return [];
  const subject = { paymentId: null, decision: null };
  return [
    ...(run.subject.paymentId === paymentId
      ? [{ type: 'set-subject', step: run.step, run: run.run, subject } as const]
      : []),
    ...(run.stop?.code === 'REJECTED' ? [] : liftStop(run)),
  ];
};

/**
 * Gives a credit that was assigned by mistake back to the pool, whole and for a reason: what it paid is owed again, its
 * allocations get their counter-entries, and whoever it belongs to can have it. No machine assigns it a second time.
 */
export const unassignPayment = (
  state: PaymentCase,
  { paymentId, reason }: UnassignPayment,
  env: Env,
): Outcome => {
  const payment = state.payments.find(({ id }) => id === paymentId);
  const refusal =
    refuseUnassign(state, env) ??
    (payment ? refuseOne(state, payment) : ({ code: 'PAYMENT_UNKNOWN' } as const));
  if (refusal || !payment) return { ok: false, refusal: refusal ?? { code: 'PAYMENT_UNKNOWN' } };
  if (!reason.trim()) return refused('REASON_REQUIRED');
  const { amount } = payment;
  const holding = holdingAllocations(state).filter((one) => one.paymentId === paymentId);
  const reopened = holding.length > 0 ? backToAmount(state) : { changes: [], events: [] };
  return decided(
    [
      ...holding.flatMap((allocation) => undo(allocation, env, reason)),
      ...undoGranted(state, paymentId, reason, env),
      { type: 'unassign-payment', paymentId, reason },
      { type: 'post', entry: postUnassigned(paymentId, amount, env.today) },
      ...forget(state, paymentId),
      ...reopened.changes,
    ],
    [
      ...holding.map(
        ({ id, amount: given }) =>
          ({
            type: 'allocation.reversed',
            data: { paymentId, allocationId: id, minor: given.minor.toString() },
            reason,
          }) as const,
      ),
      { type: 'payment.unassigned', data: { paymentId, minor: amount.minor.toString() }, reason },
      ...reopened.events,
    ],
  );
};
