import { EXPIRES_SOON, waitingAuthorization } from '../payments/authorization.ts';
import { isAnswerable } from '../payments/dispute-edges.ts';
import { TO_ANSWER } from '../payments/dispute-tasks.ts';
import { toTransfer } from '../payments/record-refund-transfer.ts';
import type { Actor, Member } from '../workflow/actor.ts';
import { unblockedBy } from '../workflow/four-eyes.ts';
import type { CaseTask, PaymentCase } from '../workflow/payment-case.ts';
import { openRun } from '../workflow/progress.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { methodsInReview } from '../workflow/review-payment-method.ts';

/** A task with the people who could do it: all that its rules look at, be it of a case or of something else. */
export interface TaskDesk {
  readonly members: readonly Member[];
  readonly task: CaseTask | undefined;
  /** Why no person ends it: it ends with its case, or with what has raised it. */
  readonly endsBy: Refusal | null;
}

/** The payment task ends with its case; what holds a step up, or waits for somebody's consent, transfer, answer or review, ends with that. */
const endsBy = (state: PaymentCase, { kind, reason }: CaseTask): Refusal | null => {
  if (kind === 'PAYMENT') return { code: 'TASK_ENDS_WITH_CASE' };
  const isStop = state.state === 'OPEN' && reason !== null && openRun(state)?.stop?.code === reason;
  const isAsked =
    reason === 'APPROVAL_ASKED' && state.approvals.some((approval) => approval.state === 'OPEN');
  const isToTransfer = reason === 'REFUND_TO_TRANSFER' && toTransfer(state).length > 0;
  const isToAnswer = reason === TO_ANSWER && state.disputes.some(isAnswerable);
  const isInReview = reason === 'METHOD_REVIEW' && methodsInReview(state).length > 0;
  const isReserved = reason === EXPIRES_SOON && waitingAuthorization(state) !== undefined;
  const isWaitedFor = isStop || isReserved || isAsked || isToTransfer || isToAnswer || isInReview;
  return isWaitedFor ? { code: 'TASK_ENDS_BY_ITSELF' } : null;
};

export const deskOfCase = (state: PaymentCase, taskId: string): TaskDesk => {
  const task = state.tasks.find(({ id }) => id === taskId);
  return { members: state.organization.members, task, endsBy: task ? endsBy(state, task) : null };
};

/** The member of the desk who acts: somebody of this business who does more than read. */
const deskMember = ({ members }: TaskDesk, actor: Actor): Member | undefined =>
  members.find(({ id, role }) => actor.kind === 'MEMBER' && id === actor.id && role !== 'ADVISER');

/** Who has the task; a member who has left has it no longer. */
export const holderOf = ({ members, task }: TaskDesk): Member | undefined =>
  task?.state === 'CLAIMED' ? members.find(({ id }) => id === task.assigneeId) : undefined;

const isLead = ({ role }: Member): boolean => role === 'OWNER' || role === 'TEAM_LEAD';

/** The refusals that every command on a task shares: the role only reads, the task is over, somebody else has it. */
export const refuseHand = (desk: TaskDesk, actor: Actor, mayTakeOver: boolean): Refusal | null => {
  const member = deskMember(desk, actor);
  if (!member) return { code: 'ROLE_NOT_ALLOWED' };
  if (!desk.task || desk.task.state === 'DONE') return { code: 'TASK_UNKNOWN' };
  const holder = holderOf(desk);
  if (!holder || holder.id === member.id || (mayTakeOver && isLead(member))) return null;
  return { code: 'TASK_ALREADY_CLAIMED', ...unblockedBy([holder]) };
};
