import type { Actor, Member } from '../workflow/actor.ts';
import type { Env } from '../workflow/decision.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { holderOf, refuseHand, type TaskDesk } from './task-desk.ts';
import { decidedTask, type TaskOutcome } from './task-outcome.ts';

export interface AssignTask {
  readonly taskId: string;
  readonly assigneeId: string;
  /** What whoever gets it should know. */
  readonly note: string | null;
}

/** A task goes to a member of the desk: somebody of this business who does more than read. */
export const refuseAssignee = (members: readonly Member[], memberId: string): Refusal | null => {
  const member = members.find(({ id }) => id === memberId);
  if (!member) return { code: 'MEMBER_UNKNOWN' };
  return member.role === 'ADVISER' ? { code: 'MEMBER_ONLY_READS', detail: member.name } : null;
};

export const refuseAssign = (desk: TaskDesk, actor: Actor): Refusal | null => refuseHand(desk, actor, true);

/** Hands a task over, one's own or one that nobody has; a lead also what others have. */
export const assignTask = (desk: TaskDesk, input: AssignTask, env: Env): TaskOutcome => {
  const { taskId, assigneeId, note } = input;
  const refusal = refuseAssign(desk, env.actor) ?? refuseAssignee(desk.members, assigneeId);
  if (refusal) return { ok: false, refusal };
  if (holderOf(desk)?.id === assigneeId) return decidedTask([], []);
  return decidedTask(
    [{ type: 'assign-task', id: taskId, assigneeId, note }],
    [{ type: 'task.assigned', data: { taskId, assigneeId }, reason: note }],
  );
};
