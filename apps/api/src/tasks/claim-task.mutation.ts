import { withTenant } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { NotFound } from '../graphql/errors.ts';
import { decodeId, encodeId } from '../graphql/ids.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { runCommand } from '../workflow/run-command.ts';

const ClaimTaskInput = builder.inputType('ClaimTaskInput', {
  description: 'Which task.',
  fields: (t) => ({
    taskId: t.id({ description: 'The task.' }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
  }),
});

const ClaimTaskSuccess = builder
  .objectRef<{ taskId: string; replayed: boolean }>('ClaimTaskSuccess')
  .implement({
    description: 'What claimTask returns when it was accepted.',
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

/** The case whose lock guards the task. */
const caseOfTask = async ({ ports, organizationId }: TenantContext, id: string): Promise<string> => {
  const task = await withTenant(ports.db, organizationId, (tx) =>
    tx.task.findUnique({ where: { organizationId_id: { organizationId, id } } }),
  );
  if (!task?.caseId) throw new NotFound('Task', ['input', 'taskId']);
  return task.caseId;
};

builder.mutationField('claimTask', (t) =>
  t.withAuth({ permission: 'task:write' }).field({
    type: ClaimTaskSuccess,
    description: 'Takes a task that nobody has.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ClaimTaskInput, description: 'Which task.' }) },
    resolve: async (_root, { input }, ctx) => {
      const taskId = decodeId('Task', input.taskId, ['input', 'taskId']);
      const caseId = encodeId('PaymentCase', await caseOfTask(ctx, taskId));
      const call = { caseId, idempotencyKey: input.idempotencyKey };
      const { replayed } = await runCommand(ctx, call, { name: 'claimTask', input: { taskId } });
      return { taskId, replayed };
    },
  }),
);
