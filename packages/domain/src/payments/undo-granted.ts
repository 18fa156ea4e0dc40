import { takeBackAdjustment } from '../ledger/postings.ts';
import { negate } from '../money/money.ts';
import type { Change, Env } from '../workflow/decision.ts';
import type { Adjustment, Allocation, PaymentCase } from '../workflow/payment-case.ts';
import { postAdjustment } from '../workflow/post-adjustment.ts';
import { holdingAllocations } from './take-back.ts';

/** Adjustments that hold: neither counter-entries nor undone by one. */
const holding = ({ adjustments }: PaymentCase): readonly Adjustment[] => {
  const undone = new Set(adjustments.map(({ reversesId }) => reversesId));
  return adjustments.filter((one) => one.reversesId === null && !undone.has(one.id));
};

/**
 * What was granted with a payment, Skonto for instance, goes with the last that the claim has of it: a customer who has not
 * paid has not paid early.
 */
export const undoGranted = (
  state: PaymentCase,
  allocation: Allocation,
  reason: string,
  env: Env,
): readonly Change[] => {
  const { id, paymentId } = allocation;
  if (holdingAllocations(state).some((one) => one.paymentId === paymentId && one.id !== id)) return [];
  const ofPayment = new Set(
    state.allocations.filter((one) => one.paymentId === paymentId).map((one) => one.id),
  );
  return holding(state).flatMap(({ id: reverses, kind, amount, allocationId }): readonly Change[] => {
    if (kind === 'CREDIT_NOTE' || !allocationId || !ofPayment.has(allocationId)) return [];
    const counterId = env.newId();
    const original = postAdjustment(state, { id: reverses, kind, amount }, env.today);
    return [
      {
        type: 'adjust',
        ...{ id: counterId, kind, amount: negate(amount), reason, approvalId: null, reverses },
      },
      { type: 'post', entry: takeBackAdjustment(counterId, original, env.today) },
    ];
  });
};
