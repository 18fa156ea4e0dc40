import { compare } from '../money/money.ts';
import { amountCollectable } from '../workflow/balance.ts';
import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { askAgainAt } from './ask-again.ts';
import { isPlannedCharge, type PlannedCharge } from './planned-charge.ts';

export interface SendCharge {
  readonly attemptId: string;
  /** False when an attempt before it, which was canceled here, may bring its money after all. */
  readonly isAlone: boolean;
}

/** What was agreed when it was recorded must still hold: the claim, the method, and that nobody else pays. */
const stillHolds = (state: PaymentCase, { amount, charge }: PlannedCharge, today: string): boolean => {
  const method = state.methods.find(({ id }) => id === charge.methodId);
  const isUsable = method?.state === 'ACTIVE' && !(method.expiresOn && method.expiresOn < today);
  return state.state === 'OPEN' && isUsable && compare(amount, amountCollectable(state)) <= 0;
};

/**
 * Notes that the provider is being asked, before it is asked: whatever becomes of the answer, nobody asks for a second
 * charge, and nobody starts another payment beside it. What no longer holds is not sent; a person is told while
 * something is still open.
 */
export const sendCharge = (state: PaymentCase, { attemptId, isAlone }: SendCharge, env: Env): Outcome => {
  const attempt = state.attempts.find(({ id }) => id === attemptId);
  if (!attempt || !isPlannedCharge(attempt)) return decided([], []);
  const moved = (to: 'PROCESSING' | 'CANCELED') =>
    ({ type: 'attempt.changed', data: { attemptId, from: 'CREATED', to } }) as const;
  if (isAlone && stillHolds(state, attempt, env.today)) {
    const patch = {
      state: 'PROCESSING',
      checkAt: askAgainAt({ ...attempt, state: 'PROCESSING' }, false, env.now),
    } as const;
    return decided([{ type: 'update-attempt', id: attemptId, patch }], [moved('PROCESSING')]);
  }
  const isMissing = isAlone && state.state === 'OPEN' && amountCollectable(state).minor > 0n;
  return decided(
    [
      { type: 'update-attempt', id: attemptId, patch: { state: 'CANCELED', checkAt: null } },
      ...(isMissing ? [exceptionTask('CHARGE_NOT_MADE', env)] : []),
    ],
    [moved('CANCELED')],
  );
};
