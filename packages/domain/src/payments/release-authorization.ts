import { decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import { guard } from '../workflow/guard.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { runningCapture, voidAuthorization, waitingAuthorization } from './authorization.ts';
import { forgetAuthorization } from './authorization-effects.ts';

export interface ReleaseAuthorization {
  readonly reason: string;
}

export const refuseRelease = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'RELEASE_AUTHORIZATION') ??
  (runningCapture(state) ? { code: 'CAPTURE_RUNNING', unblockedBy: 'PROVIDER' } : null) ??
  (waitingAuthorization(state) ? null : { code: 'NOTHING_AUTHORIZED' });

/** Gives a reserved amount back without collecting it, for a reason; the claim stays as it is and waits for money. */
export const releaseAuthorization = (
  state: PaymentCase,
  { reason }: ReleaseAuthorization,
  env: Env,
): Outcome => {
  const refusal = refuseRelease(state, env);
  const attempt = waitingAuthorization(state);
  if (refusal || !attempt) return { ok: false, refusal: refusal ?? { code: 'NOTHING_AUTHORIZED' } };
  if (!reason.trim()) return refused('REASON_REQUIRED');
  const { id: attemptId, amount } = attempt;
  return decided(
    [...voidAuthorization(state), ...forgetAuthorization(state)],
    [
      { type: 'attempt.changed', data: { attemptId, from: 'AUTHORIZED', to: 'CANCELED' } },
      { type: 'authorization.released', data: { attemptId, minor: amount.minor.toString() }, reason },
    ],
  );
};
