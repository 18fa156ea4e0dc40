import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { decideTask, type TaskCommandInputs, type TaskCommandName } from '@zahlwerk/domain/tasks/decide-task';
import type { TaskDesk } from '@zahlwerk/domain/tasks/task-desk';
import type { CommandInputs } from '@zahlwerk/domain/workflow/decide';
import type { Env } from '@zahlwerk/domain/workflow/decision';
import { NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import { refusalError } from '../workflow/refused.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { saveTask } from './save-task.ts';
import { activeMembers, deskOfTask } from './task-desk.ts';

/** One thing that is asked of a task, and how it is recognized when it is asked again. */
export interface AskingTask<Name extends TaskCommandName> extends Keyed {
  readonly taskId: string;
  readonly command: { readonly name: Name; readonly input: TaskCommandInputs[Name] };
}

export interface TaskChanged {
  readonly taskId: string;
  readonly replayed: boolean;
}

const notFound = (): NotFound => new NotFound('Task', ['input', 'taskId']);

/**
 * The one way in for a task: one of a case is written by `transition`, under the case's lock; any other under its own,
 * by the same rules.
 */
export const commandTask = async <Name extends TaskCommandName>(
  workshop: Workshop,
  asking: AskingTask<Name>,
): Promise<TaskChanged> => {
  const { organizationId, taskId } = asking;
  const task = await withTenant(workshop.database, organizationId, (tx) =>
    tx.task.findUnique({ where: { organizationId_id: { organizationId, id: taskId } } }),
  );
  if (!task) throw notFound();
  const { replayed } = task.caseId
    ? await transition(workshop, { ...asking, caseId: task.caseId, expectedVersion: null, ...onCase(asking) })
    : await writeTask(workshop, asking);
  return { taskId, replayed };
};

/** The commands on tasks are commands on their case too. */
const onCase = <Name extends TaskCommandName>({ command }: AskingTask<Name>) => ({
  command: command as { readonly name: Name; readonly input: CommandInputs[Name] },
});

/** Writes a task that belongs to no case: key, lock, rule, save, log; then the bell. */
const writeTask = async <Name extends TaskCommandName>(
  workshop: Workshop,
  asking: AskingTask<Name>,
): Promise<{ readonly replayed: boolean }> => {
  const { organizationId, actor, taskId, command } = asking;
  const written = await withTenant(workshop.database, organizationId, async (tx) => {
    if (await findReplay(tx, asking, command.name)) return { replayed: true, changed: false };
    const desk = await lockTask(tx, organizationId, taskId);
    const env: Env = { actor, ...(await businessTime(tx, organizationId)), newId: workshop.newId };
    const outcome = decideTask(desk, command, env);
    if (!outcome.ok) throw refusalError(outcome.refusal);
    for (const change of outcome.changes) await saveTask({ tx, organizationId, env }, change);
    await storeOutcome(tx, asking, command.name, taskId);
    await appendEvents(
      tx,
      organizationId,
      outcome.events.map(({ type, data = {}, reason = null }) => ({
        ...{ stream: 'task', streamId: taskId, type, at: env.now, actor, data, reason },
        caseId: null,
      })),
    );
    return { replayed: false, changed: outcome.changes.length > 0 };
  });
  if (written.changed) workshop.ring(organizationId);
  return written;
};

/** Not FOR UPDATE: what refers to the task may be written meanwhile. */
const lockTask = async (tx: TenantTransaction, organizationId: string, id: string): Promise<TaskDesk> => {
  await tx.$executeRaw`
    SELECT 1 FROM task WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const task = await tx.task.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } } });
  return deskOfTask(task, await activeMembers(tx, organizationId));
};
