import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { guard } from '../workflow/guard.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { plannedCharge } from './planned-charge.ts';

export const refuseStop = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'STOP_PLANNED_CHARGE') ??
  (plannedCharge(state) ? null : { code: 'NO_CHARGE_PLANNED' });

/** Calls off a charge before the provider has heard of it. */
export const stopPlannedCharge = (state: PaymentCase, _input: unknown, env: Env): Outcome => {
  const refusal = refuseStop(state, env);
  const planned = plannedCharge(state);
  if (refusal || !planned) return { ok: false, refusal: refusal ?? { code: 'NO_CHARGE_PLANNED' } };
  return decided(
    [{ type: 'update-attempt', id: planned.id, patch: { state: 'CANCELED', checkAt: null } }],
    [{ type: 'attempt.changed', data: { attemptId: planned.id, from: 'CREATED', to: 'CANCELED' } }],
  );
};
