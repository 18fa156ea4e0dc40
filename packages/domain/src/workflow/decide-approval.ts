import { settleRefund } from '../payments/settle-refund.ts';
import { type Change, decided, type Env, type Outcome, refused } from './decision.ts';
import { otherLeads, unblockedBy } from './four-eyes.ts';
import type { Approval, PaymentCase } from './payment-case.ts';
import { refuseByRole } from './permissions.ts';
import type { Refusal } from './refusal.ts';
import { settleApproval } from './resolve-amount.ts';

export interface DecideApproval {
  readonly approvalId: string;
  readonly granted: boolean;
  readonly reason: string | null;
}

/** What is given up belongs to an open case; money may also go back when a case is over. */
const refuseOne = (state: PaymentCase, { kind, askedBy }: Approval, { actor }: Pick<Env, 'actor'>) => {
  if (kind !== 'REFUND' && state.state !== 'OPEN') return { code: 'CASE_NOT_OPEN' } as const;
  return askedBy === actor.id
    ? ({ code: 'SECOND_PERSON_REQUIRED', ...unblockedBy(otherLeads(state, actor)) } as const)
    : null;
};

const openOnes = (state: PaymentCase): readonly Approval[] =>
  state.approvals.filter((approval) => approval.state === 'OPEN');

/** Refused where nothing waits that this actor may decide. */
export const refuseDecide = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null => {
  const byRole = refuseByRole(state, env.actor, 'DECIDE_APPROVAL');
  if (byRole) return byRole;
  const refusals = openOnes(state).map((approval) => refuseOne(state, approval, env));
  if (refusals.includes(null)) return null;
  return refusals[0] ?? (state.state === 'OPEN' ? { code: 'APPROVAL_UNKNOWN' } : { code: 'CASE_NOT_OPEN' });
};

/** What follows from the decision, by what it was about. */
const settle = (state: PaymentCase, approval: Approval, granted: boolean, env: Env): Outcome =>
  approval.kind === 'REFUND'
    ? settleRefund(state, approval.subjectId, granted, env)
    : settleApproval(state, granted);

/** The second person agrees or refuses; who asked may never decide. */
export const decideApproval = (state: PaymentCase, input: DecideApproval, env: Env): Outcome => {
  const byRole = refuseByRole(state, env.actor, 'DECIDE_APPROVAL');
  if (byRole) return { ok: false, refusal: byRole };
  const pending = openOnes(state).find(({ id }) => id === input.approvalId);
  if (!pending) return refused(state.state === 'OPEN' ? 'APPROVAL_UNKNOWN' : 'CASE_NOT_OPEN');
  const refusal = refuseOne(state, pending, env);
  if (refusal) return { ok: false, refusal };
  if (!input.granted && !input.reason?.trim()) return refused('REASON_REQUIRED');
  const settled = settle(state, pending, input.granted, env);
  if (!settled.ok) return settled;
  const isLast = openOnes(state).length === 1;
  const tasks = state.tasks
    .filter(({ reason, state: taskState }) => isLast && reason === 'APPROVAL_ASKED' && taskState !== 'DONE')
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
