import { decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { askAgainAt } from './ask-again.ts';

/** The provider's hosted page for a recorded attempt. */
export interface AttachSession {
  readonly attemptId: string;
  readonly sessionRef: string;
  readonly sessionUrl: string;
}

/**
 * Remembers where the customer pays, so that reload and double click lead to the same page. An attempt that was canceled
 * while its page was being opened gets none: nobody may be led to a page beside another one (rule 13).
 */
export const attachSession = (state: PaymentCase, input: AttachSession, env: Env): Outcome => {
  const attempt = state.attempts.find(({ id }) => id === input.attemptId);
  if (attempt?.state === 'CANCELED') return refused('ATTEMPT_OVER');
  if (!attempt || attempt.sessionRef === input.sessionRef) return decided([], []);
  const { attemptId: id, ...session } = input;
  const checkAt = askAgainAt({ ...attempt, ...session }, false, env.now);
  return decided([{ type: 'update-attempt', id, patch: { ...session, checkAt } }], []);
};
