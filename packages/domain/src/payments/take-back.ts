import { postAllocation, postTakenBack } from '../ledger/post-settlement.ts';
import { type Money, min, subtract } from '../money/money.ts';
import type { Change, Env } from '../workflow/decision.ts';
import type { Allocation, PaymentCase } from '../workflow/payment-case.ts';

/** Allocations that hold: neither counter-entries nor undone by one. The newest first. */
export const holdingAllocations = (state: PaymentCase): readonly Allocation[] => {
  const undone = new Set(state.allocations.map(({ reversesId }) => reversesId));
  return state.allocations.filter((one) => one.reversesId === null && !undone.has(one.id)).toReversed();
};

/** The counter-entry of one allocation, with its posting; a reason says that a person wants it. */
export const undo = (
  { id: reverses, paymentId, amount }: Allocation,
  env: Env,
  reason?: string,
): readonly Change[] => {
  const id = env.newId();
  return [
    { type: 'take-back', id, reverses, paymentId, amount, ...(reason ? { reason } : {}) },
    { type: 'post', entry: postTakenBack(id, amount, env.today) },
  ];
};

const giveAgain = (paymentId: string, amount: Money, env: Env): readonly Change[] => {
  const id = env.newId();
  return [
    { type: 'allocate', id, paymentId, amount },
    { type: 'post', entry: postAllocation(id, amount, env.today) },
  ];
};

/**
 * Takes a payment off the claim again, up to `amount`: allocations are only ever undone whole, by their counter-entry,
 * so what was too much is allocated anew.
 */
export const takeBack = (
  state: PaymentCase,
  paymentId: string,
  amount: Money,
  env: Env,
): readonly Change[] => {
  const changes: Change[] = [];
  let left = amount;
  for (const allocation of holdingAllocations(state).filter((one) => one.paymentId === paymentId)) {
    if (left.minor <= 0n) break;
    const taken = min(left, allocation.amount);
    const rest = subtract(allocation.amount, taken);
    changes.push(...undo(allocation, env), ...(rest.minor > 0n ? giveAgain(paymentId, rest, env) : []));
    left = subtract(left, taken);
  }
  return changes;
};
