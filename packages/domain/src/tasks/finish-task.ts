import type { Actor } from '../workflow/actor.ts';
import { type Env, refused } from '../workflow/decision.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { refuseHand, type TaskDesk } from './task-desk.ts';
import { decidedTask, type TaskOutcome } from './task-outcome.ts';

export interface FinishTask {
  readonly taskId: string;
  /** What came of it. */
  readonly note: string | null;
}

export const refuseFinish = (desk: TaskDesk, actor: Actor): Refusal | null =>
  refuseHand(desk, actor, true) ?? desk.endsBy;

/** A person says that an exception has been looked after, and what came of it. What ends by itself is not ended so. */
export const finishTask = (desk: TaskDesk, { taskId, note }: FinishTask, env: Env): TaskOutcome => {
  const refusal = refuseFinish(desk, env.actor);
  if (refusal) return { ok: false, refusal };
  if (!note?.trim()) return refused('NOTE_REQUIRED');
  return decidedTask(
    [{ type: 'finish-task', id: taskId, note }],
    [{ type: 'task.done', data: { taskId }, reason: note }],
  );
};
