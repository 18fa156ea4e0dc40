import { builder } from '../graphql/builder.ts';
import { CaseRefused } from '../graphql/errors.ts';
import { decodeId } from '../graphql/ids.ts';
import { runTaskCommand, taskFields, taskSuccess } from './task-mutation.ts';

const ClaimTaskInput = builder.inputType('ClaimTaskInput', {
  description: 'Which task.',
  fields: taskFields,
});

builder.mutationField('claimTask', (t) =>
  t.withAuth({ permission: 'task:write' }).field({
    type: taskSuccess('ClaimTask'),
    description: 'Takes a task that nobody has.',
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: ClaimTaskInput, description: 'Which task.' }) },
    resolve: (_root, { input }, ctx) => {
      const taskId = decodeId('Task', input.taskId, ['input', 'taskId']);
      return runTaskCommand(ctx, input, { name: 'claimTask', input: { taskId } });
    },
  }),
);
