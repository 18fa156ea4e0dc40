import { takeBackAdjustment } from '../ledger/post-settlement.ts';
import { negate } from '../money/money.ts';
import type { Change, Env } from '../workflow/decision.ts';
import type { Adjustment, PaymentCase } from '../workflow/payment-case.ts';
import { postAdjustment } from '../workflow/post-adjustment.ts';

/** Adjustments that hold: neither counter-entries nor undone by one. */
const holding = ({ adjustments }: PaymentCase): readonly Adjustment[] => {
  const undone = new Set(adjustments.map(({ reversesId }) => reversesId));
  return adjustments.filter((one) => one.reversesId === null && !undone.has(one.id));
};

/** What was granted with a payment, Skonto for instance, is taken back: who has not paid has not paid early. */
export const undoGranted = (
  state: PaymentCase,
  paymentId: string,
  reason: string,
  env: Env,
): readonly Change[] => {
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
