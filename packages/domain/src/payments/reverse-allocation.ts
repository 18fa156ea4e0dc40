import { decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { Allocation, PaymentCase } from '../workflow/payment-case.ts';
import { refuseByRole } from '../workflow/permissions.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { backToAmount } from '../workflow/reopen.ts';
import { isUnsettled } from './dispute-edges.ts';
import { isRunning } from './refund-edges.ts';
import { holdingAllocations, undo } from './take-back.ts';
import { undoGranted } from './undo-granted.ts';

export interface ReverseAllocation {
  readonly allocationId: string;
  readonly reason: string;
}

/** Money that a bank or a refund is about to move is not moved by the desk as well. */
const refuseOne = (state: PaymentCase, { paymentId }: Allocation): Refusal | null => {
  if (state.disputes.some((one) => one.paymentId === paymentId && isUnsettled(one)))
    return { code: 'DISPUTE_OPEN' };
  return state.refunds.some((one) => one.paymentId === paymentId && isRunning(one))
    ? { code: 'REFUND_RUNNING' }
    : null;
};

/** Refused where nothing has been allocated that could be undone now. Allowed on a closed case, which it reopens. */
export const refuseReversal = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null => {
  const byRole = refuseByRole(state, env.actor, 'REVERSE_ALLOCATION');
  if (byRole) return byRole;
  const holding = holdingAllocations(state);
  if (holding.length === 0) return { code: 'NOTHING_ALLOCATED' };
  // A second person agrees to the amounts that were on the table, and to no others.
  if (state.approvals.some((approval) => approval.state === 'OPEN')) return { code: 'APPROVAL_PENDING' };
  const refusals = holding.map((one) => refuseOne(state, one));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
};

/** Allocations that hold and that nothing else is about to move. */
export const reversibleAllocations = (state: PaymentCase): readonly Allocation[] =>
  holdingAllocations(state).filter((one) => refuseOne(state, one) === null);

/** Why just this one cannot be undone: it is none of this case, or it has been undone. */
const refuseThis = (state: PaymentCase, allocationId: string): Refusal | null => {
  const allocation = state.allocations.find(({ id }) => id === allocationId);
  if (!allocation) return { code: 'ALLOCATION_UNKNOWN' };
  return holdingAllocations(state).includes(allocation)
    ? refuseOne(state, allocation)
    : { code: 'ALLOCATION_REVERSED' };
};

/**
 * Undoes one allocation, whole, by its counter-entry and for a reason: the claim is open again by as much, the money is
 * the customer's credit, and no other allocation changes. What was given up because of this payment is owed again, too. It goes back to step 6, where no machine gives it away again.
 */
export const reverseAllocation = (
  state: PaymentCase,
  { allocationId, reason }: ReverseAllocation,
  env: Env,
): Outcome => {
  const refusal = refuseReversal(state, env) ?? refuseThis(state, allocationId);
  const allocation = state.allocations.find(({ id }) => id === allocationId);
  if (refusal || !allocation) return { ok: false, refusal: refusal ?? { code: 'ALLOCATION_UNKNOWN' } };
  if (!reason.trim()) return refused('REASON_REQUIRED');
  const { paymentId, amount } = allocation;
  const isLast = !holdingAllocations(state).some((one) => one.paymentId === paymentId && one !== allocation);
  const reopened = backToAmount(state);
  return decided(
    [
      ...undo(allocation, env, reason),
      ...(isLast ? undoGranted(state, paymentId, reason, env) : []),
      ...reopened.changes,
    ],
    [
      {
        type: 'allocation.reversed',
        data: { paymentId, allocationId, minor: amount.minor.toString() },
        reason,
      },
      ...reopened.events,
    ],
  );
};
