import { decided, type Env, type Outcome, refused } from './decision.ts';
import type { PaymentCase } from './payment-case.ts';

export interface ClaimTask {
  readonly taskId: string;
}

/** A member of the desk takes a task that nobody has; claiming one's own again changes nothing. */
export const claimTask = (state: PaymentCase, { taskId }: ClaimTask, env: Env): Outcome => {
  const { actor } = env;
  const member = state.organization.members.find(({ id }) => actor.kind === 'MEMBER' && id === actor.id);
  if (!member || member.role === 'ADVISER') return refused('ROLE_NOT_ALLOWED');
  const task = state.tasks.find(({ id }) => id === taskId);
  if (!task || task.state === 'DONE') return refused('TASK_UNKNOWN');
  if (task.assigneeId === member.id && task.state === 'CLAIMED') return decided([], []);
  if (task.state === 'CLAIMED') {
    const holder = state.organization.members.find(({ id }) => id === task.assigneeId);
    return refused('TASK_ALREADY_CLAIMED', holder ? { unblockedBy: holder.name } : {});
  }
  return decided(
    [{ type: 'claim-task', id: taskId, assigneeId: member.id }],
    [{ type: 'task.claimed', data: { taskId } }],
  );
};
