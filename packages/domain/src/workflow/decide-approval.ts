import { type Change, decided, type Env, type Outcome, refused } from './decision.ts';
import { otherLeads, unblockedBy } from './four-eyes.ts';
import { guard } from './guard.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';
import { settleApproval } from './steps/confirm-amount.ts';

export interface DecideApproval {
  readonly approvalId: string;
  readonly granted: boolean;
  readonly reason: string | null;
}

export const refuseDecide = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null => {
  const byGuard = guard(state, env.actor, 'DECIDE_APPROVAL');
  if (byGuard) return byGuard;
  const pending = state.approvals.find((approval) => approval.state === 'OPEN');
  if (!pending) return { code: 'APPROVAL_UNKNOWN' };
  return pending.askedBy === env.actor.id
    ? { code: 'SECOND_PERSON_REQUIRED', ...unblockedBy(otherLeads(state, env.actor)) }
    : null;
};

/** The second person agrees or refuses; who asked may never decide. */
export const decideApproval = (state: PaymentCase, input: DecideApproval, env: Env): Outcome => {
  const refusal = refuseDecide(state, env);
  if (refusal) return { ok: false, refusal };
  const pending = state.approvals.find(
    ({ id, state: pendingState }) => id === input.approvalId && pendingState === 'OPEN',
  );
  if (!pending) return refused('APPROVAL_UNKNOWN');
  if (!input.granted && !input.reason?.trim()) return refused('REASON_REQUIRED');
  const settled = settleApproval(state, input.granted);
  if (!settled.ok) return settled;
  const tasks = state.tasks
    .filter(({ reason, state: taskState }) => reason === 'APPROVAL_ASKED' && taskState !== 'DONE')
    .map(({ id }): Change => ({ type: 'finish-task', id }));
  return decided(
    [
      { type: 'decide-approval', id: pending.id, granted: input.granted, reason: input.reason },
      ...tasks,
      ...settled.changes,
    ],
    [
      {
        type: input.granted ? 'approval.granted' : 'approval.refused',
        data: { approvalId: pending.id },
        reason: input.reason,
      },
      ...settled.events,
    ],
  );
};
