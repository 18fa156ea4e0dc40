import type { InputFieldBuilder } from '@pothos/core';
import type { TaskCommandInputs, TaskCommandName } from '@zahlwerk/domain/tasks/decide-task';
import { type ApiSchemaTypes, builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { keyed } from '../graphql/idempotency.ts';
import { forgetCases } from '../workflow/types/case-loader.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { commandTask, type TaskChanged } from './command-task.ts';

/** The fields that the input of every command on a task has. */
export const taskFields = (t: InputFieldBuilder<ApiSchemaTypes, 'InputObject'>) => ({
  taskId: t.id({ description: 'The task.' }),
  idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
});

/** The success of a command on a task: the task, and whether this key had been used before. */
export const taskSuccess = (operation: string) =>
  builder.objectRef<TaskChanged>(`${operation}Success`).implement({
    description: `What ${operation.charAt(0).toLowerCase()}${operation.slice(1)} returns when it was accepted.`,
    fields: (t) => ({
      task: t.prismaField({
        type: 'Task',
        description: 'The task as it stands now.',
        resolve: (query, { taskId }, _args, ctx) =>
          ctx.db.task.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId: ctx.organizationId ?? '', id: taskId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'True when the idempotency key had been used.' }),
    }),
  });

/** The one call that a task's mutation makes; the answer reads today's data. */
export const runTaskCommand = async <Name extends TaskCommandName>(
  ctx: TenantContext,
  input: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string },
  command: { readonly name: Name; readonly input: TaskCommandInputs[Name] },
): Promise<TaskChanged> => {
  const changed = await commandTask(workshopOf(ctx.ports), {
    organizationId: ctx.organizationId,
    actor: ctx.actor,
    taskId: command.input.taskId,
    command,
    idempotency: keyed({ ...input }),
  });
  await ctx.reads.end();
  forgetCases(ctx);
  return changed;
};
