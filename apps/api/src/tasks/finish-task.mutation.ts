import { builder } from '../graphql/builder.ts';
import { CaseRefused } from '../graphql/errors.ts';
import { decodeId } from '../graphql/ids.ts';
import { reasonText } from '../workflow/free-text.ts';
import { runTaskCommand, taskFields, taskSuccess } from './task-mutation.ts';

const FinishTaskInput = builder.inputType('FinishTaskInput', {
  description: 'Which task, and what came of it.',
  fields: (t) => ({
    ...taskFields(t),
    note: t.string({ description: 'What was done, or why nothing had to be.' }),
  }),
});

builder.mutationField('finishTask', (t) =>
  t.withAuth({ permission: 'task:write' }).field({
    type: taskSuccess('FinishTask'),
    description:
      'Ends an exception that a person has looked after. The payment task ends with its case, and what holds a step up ends with that.',
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: FinishTaskInput, description: 'Which task, and what came of it.' }) },
    resolve: (_root, { input }, ctx) => {
      const taskId = decodeId('Task', input.taskId, ['input', 'taskId']);
      const note = reasonText(input.note, ['input', 'note']);
      return runTaskCommand(ctx, input, { name: 'finishTask', input: { taskId, note } });
    },
  }),
);
