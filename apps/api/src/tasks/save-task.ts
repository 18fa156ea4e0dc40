import type { TaskChange } from '@zahlwerk/domain/tasks/task-outcome';
import { actorColumns, type ChangeOf, type Saving } from '../workflow/save/writer.ts';

/** What a task needs to be written, be it of a case or not. */
export type TaskSaving = Pick<Saving, 'tx' | 'organizationId' | 'env'>;

export const assignTask = (
  { tx, organizationId, env }: TaskSaving,
  { id, assigneeId, note }: ChangeOf<'assign-task'>,
) =>
  tx.task.update({
    where: { organizationId_id: { organizationId, id } },
    data: { assigneeId, note, state: 'CLAIMED', claimedAt: env.now, version: { increment: 1 } },
  });

/** A task that ends by itself keeps the note that was there. */
export const finishTask = (saving: TaskSaving, { id, note }: ChangeOf<'finish-task'>) => {
  const { tx, organizationId, env } = saving;
  return tx.task.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state: 'DONE',
      doneAt: env.now,
      version: { increment: 1 },
      ...actorColumns('doneBy', saving),
      ...(note ? { note } : {}),
    },
  });
};

export const saveTask = (saving: TaskSaving, change: TaskChange): Promise<unknown> =>
  change.type === 'assign-task' ? assignTask(saving, change) : finishTask(saving, change);
