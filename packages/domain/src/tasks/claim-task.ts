import type { Actor } from '../workflow/actor.ts';
import type { Env } from '../workflow/decision.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { holderOf, refuseHand, type TaskDesk } from './task-desk.ts';
import { decidedTask, type TaskOutcome } from './task-outcome.ts';

export interface ClaimTask {
  readonly taskId: string;
}

export const refuseClaim = (desk: TaskDesk, actor: Actor): Refusal | null => refuseHand(desk, actor, false);

/** A member of the desk takes a task that nobody has; claiming one's own again changes nothing. */
export const claimTask = (desk: TaskDesk, { taskId }: ClaimTask, env: Env): TaskOutcome => {
  const refusal = refuseClaim(desk, env.actor);
  if (refusal) return { ok: false, refusal };
  if (env.actor.kind !== 'MEMBER' || holderOf(desk)?.id === env.actor.id) return decidedTask([], []);
  return decidedTask(
    [{ type: 'assign-task', id: taskId, assigneeId: env.actor.id, note: null }],
    [{ type: 'task.claimed', data: { taskId } }],
  );
};
