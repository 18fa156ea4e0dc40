import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { EXPIRES_SOON, waitingAuthorization } from './authorization.ts';

export interface WarnOfExpiry {
  readonly attemptId: string;
}

const HOUR = 3_600_000;

/**
 * Tells people, once, that a reserved amount will soon be lost. While a capture is under way there is nothing to do; it is
 * looked at again an hour later, in case it fails.
 */
export const warnOfExpiry = (state: PaymentCase, { attemptId }: WarnOfExpiry, env: Env): Outcome => {
  const attempt = state.attempts.find(({ id }) => id === attemptId);
  if (!attempt?.warnAt || !attempt.authorizedUntil || attempt.warnAt > env.now) return decided([], []);
  const warnedAt = (warnAt: Date | null) =>
    ({ type: 'update-attempt', id: attemptId, patch: { warnAt } }) as const;
  if (attempt.state !== 'AUTHORIZED') return decided([warnedAt(null)], []);
  if (waitingAuthorization(state)?.id !== attemptId)
    return decided([warnedAt(new Date(env.now.getTime() + HOUR))], []);
  return decided(
    [warnedAt(null), exceptionTask(EXPIRES_SOON, env)],
    [
      {
        type: 'authorization.expiring',
        data: { attemptId, at: attempt.authorizedUntil.toISOString() },
      },
    ],
  );
};
