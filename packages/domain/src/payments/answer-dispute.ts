import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import type { Dispute, PaymentCase } from '../workflow/payment-case.ts';
import { type CaseAction, refuseByRole } from '../workflow/permissions.ts';
import type { Refusal } from '../workflow/refusal.ts';
import type { DisputeAnswer } from './dispute-answer.ts';
import { isAnswerable } from './dispute-edges.ts';
import { answeredTasks } from './dispute-tasks.ts';

/** Why nobody can answer: nothing is disputed, or it has been answered. Allowed on a case in any state. */
export const refuseAnswer = (
  state: PaymentCase,
  { actor }: Pick<Env, 'actor'>,
  action: CaseAction,
): Refusal | null => {
  const byRole = refuseByRole(state, actor, action);
  if (byRole || state.disputes.some(isAnswerable)) return byRole;
  const isOpen = state.disputes.some((dispute) => dispute.state === 'OPEN');
  return { code: isOpen ? 'DISPUTE_ANSWERED' : 'DISPUTE_UNKNOWN' };
};

/** Why this dispute cannot be answered now. */
const refuseDispute = (dispute: Dispute | undefined, now: Date): Refusal | null => {
  if (!dispute) return { code: 'DISPUTE_UNKNOWN' };
  if (dispute.state !== 'OPEN') return { code: 'DISPUTE_DECIDED' };
  if (!isAnswerable(dispute)) return { code: 'DISPUTE_ANSWERED' };
  const isLate = dispute.dueBy !== null && dispute.dueBy.getTime() < now.getTime();
  return isLate
    ? { code: 'DISPUTE_DEADLINE_PASSED', detail: dispute.dueBy?.toISOString().slice(0, 10) ?? '' }
    : null;
};

/** The dispute that may be answered now, or why it may not. */
export const answerable = (
  state: PaymentCase,
  disputeId: string,
  env: Env,
  action: CaseAction,
): { readonly ok: true; readonly dispute: Dispute } | { readonly ok: false; readonly refusal: Refusal } => {
  const byRole = refuseByRole(state, env.actor, action);
  if (byRole) return { ok: false, refusal: byRole };
  const dispute = state.disputes.find(({ id }) => id === disputeId);
  const refusal = refuseDispute(dispute, env.now);
  return dispute && !refusal
    ? { ok: true, dispute }
    : { ok: false, refusal: refusal ?? { code: 'DISPUTE_UNKNOWN' } };
};

/** Writes the answer down and has it sent; the bank takes only one, so it is sent once whatever becomes of the provider's answer. */
export const record = (state: PaymentCase, dispute: Dispute, response: DisputeAnswer, env: Env): Outcome => {
  const id = env.newId();
  return decided(
    [
      { type: 'record-response', id, disputeId: dispute.id, response },
      ...answeredTasks(state, dispute.id),
      { type: 'request-job', job: 'answer-dispute', disputeId: dispute.id },
    ],
    [
      {
        type: 'dispute.response_recorded',
        data: { disputeId: dispute.id, kind: response.kind, files: response.files.length },
      },
    ],
  );
};
