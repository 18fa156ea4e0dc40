import { equals } from '../money/money.ts';
import { amountCollectable } from '../workflow/balance.ts';
import { type Decision, decided, type Env } from '../workflow/decision.ts';
import { isLive } from '../workflow/money-track.ts';
import type { Attempt, AttemptFailure, PaymentCase } from '../workflow/payment-case.ts';
import { methodInUse } from './charge-stored-method.ts';
import { announce, noticeDays } from './debit-notice.ts';
import { daysUntilNextTry } from './next-try.ts';

const DAY_MS = 86_400_000;

/**
 * A charge that has failed for a reason which may pass is made again by itself, some days later, as an attempt of its own.
 * It is recorded at once, so that everybody sees it coming and can stop it; the customer choosing another way ends it.
 */
export const planNextTry = (
  state: PaymentCase,
  { id: failedId, amount, methodType, capture, charge }: Attempt,
  { code }: AttemptFailure,
  env: Env,
): Decision => {
  const nothing = decided([], []);
  if (!charge || state.state !== 'OPEN' || methodInUse(state)?.id !== charge.methodId) return nothing;
  const days = daysUntilNextTry({ code, methodType, tryNumber: charge.tryNumber });
  if (days === null || !equals(amount, amountCollectable(state))) return nothing;
  if (state.attempts.some((attempt) => attempt.id !== failedId && isLive(attempt))) return nothing;
  const id = env.newId();
  const wait = Math.max(days, noticeDays(state, methodType));
  const at = new Date(env.now.getTime() + wait * DAY_MS);
  const next = { methodId: charge.methodId, tryNumber: charge.tryNumber + 1, at };
  return decided(
    [
      { type: 'add-attempt', id, via: 'STORED_METHOD', amount, methodType, capture, charge: next },
      ...announce(methodType, id),
    ],
    [{ type: 'attempt.planned', data: { attemptId: id, at: at.toISOString() } }],
  );
};
