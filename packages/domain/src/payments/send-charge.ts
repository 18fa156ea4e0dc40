import { compare } from '../money/money.ts';
import { amountCollectable } from '../workflow/balance.ts';
import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { askAgainAt } from './ask-again.ts';
import { announcementOf } from './debit-notice.ts';
import { isPlannedCharge, type PlannedCharge } from './planned-charge.ts';

export interface SendCharge {
  readonly attemptId: string;
  /** False when an attempt before it, which was canceled here, may bring its money after all. */
  readonly isAlone: boolean;
}

/** What was agreed when it was recorded must still hold: the claim, the method, and that its owner could be told. */
const stillHolds = (state: PaymentCase, attempt: PlannedCharge, today: string): boolean => {
  const { amount, charge } = attempt;
  const method = state.methods.find(({ id }) => id === charge.methodId);
  const isUsable = method?.state === 'ACTIVE' && !(method.expiresOn && method.expiresOn < today);
  const isOwed = state.state === 'OPEN' && compare(amount, amountCollectable(state)) <= 0;
  return isOwed && isUsable && announcementOf(state, attempt) !== 'NEVER';
};

/**
 * Notes that the provider is being asked, before it is asked: whatever becomes of the answer, nobody asks for a second
 * charge, and nobody starts another payment beside it. What no longer holds is not sent; a person is told while
 * something is still open.
 */
export const sendCharge = (state: PaymentCase, { attemptId, isAlone }: SendCharge, env: Env): Outcome => {
  const attempt = state.attempts.find(({ id }) => id === attemptId);
  if (!attempt || !isPlannedCharge(attempt)) return decided([], []);
  // A debit waits for its announcement to have gone out, however late.
  if (announcementOf(state, attempt) === 'NOT_YET') return decided([], []);
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
