import { decided, type Env, type Outcome } from '../decision.ts';
import { type Assessment, CLEAN, guard } from '../guard.ts';
import { deriveStatus, isStatusFinal } from '../money-track.ts';
import type { PaymentCase } from '../payment-case.ts';
import { finish, isOpen, open, openRun } from '../progress.ts';
import type { Refusal } from '../refusal.ts';

const STEP = 'UPDATE_PAYMENT_STATUS' as const;

/** Allowed at any time on an open case; the step itself is done only when it is the open one (rule 5). */
export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'UPDATE_PAYMENT_STATUS');

/**
 * Publishes the status that the evidence gives. It takes no status. With the step open and the status final,
 * the step is done; else the status is only derived again.
 */
export const updatePaymentStatus = (state: PaymentCase, env: Env): Outcome => {
  const refusal = refuse(state, env);
  if (refusal) return { ok: false, refusal };
  const publish = { type: 'publish-status', status: deriveStatus(state) } as const;
  const run = openRun(state);
  if (!run || !isOpen(state, STEP)) return decided([publish], []);
  if (!isStatusFinal(state))
    return env.actor.kind === 'SYSTEM'
      ? { ok: false, refusal: { code: 'STATUS_NOT_FINAL', step: STEP, unblockedBy: 'PROVIDER' } }
      : decided([publish], []);
  const [done, doneEvent] = finish(run);
  const [next, nextEvent] = open(state, 'NOTIFY_CUSTOMER', run.subject);
  return decided([publish, done, next], [doneEvent, nextEvent]);
};

export const assess = (state: PaymentCase): Assessment =>
  isStatusFinal(state) ? CLEAN : { kind: 'WAIT', for: 'PROVIDER' };

export const advance = updatePaymentStatus;
