import { decided, type Env, type EventDraft, type Outcome } from '../workflow/decision.ts';
import { guard } from '../workflow/guard.ts';
import type { Attempt, PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { cancelAttempts, isCancelable } from './cancel-attempts.ts';

const waitingAtReader = (state: PaymentCase): readonly Attempt[] =>
  state.attempts.filter((attempt) => attempt.via === 'READER' && isCancelable(attempt));

export const refuseCancelAtReader = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CANCEL_READER_PAYMENT') ??
  (waitingAtReader(state).length > 0 ? null : { code: 'NOTHING_AT_READER' });

/** Ends what waits for a card at a reader: here at once, at the provider and on the display by a job. */
export const cancelReaderPayment = (state: PaymentCase, env: Env): Outcome => {
  const refusal = refuseCancelAtReader(state, env);
  if (refusal) return { ok: false, refusal };
  const attempts = waitingAtReader(state);
  return decided(
    cancelAttempts({ attempts }),
    attempts.map(
      ({ id, state: from }): EventDraft => ({
        type: 'attempt.changed',
        data: { attemptId: id, from, to: 'CANCELED' },
      }),
    ),
  );
};
