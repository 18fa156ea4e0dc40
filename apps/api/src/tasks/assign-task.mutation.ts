import { builder } from '../graphql/builder.ts';
import { CaseRefused } from '../graphql/errors.ts';
import { decodeId } from '../graphql/ids.ts';
import { reasonText } from '../workflow/free-text.ts';
import { runTaskCommand, taskFields, taskSuccess } from './task-mutation.ts';

const AssignTaskInput = builder.inputType('AssignTaskInput', {
  description: 'Which task, to whom.',
  fields: (t) => ({
    ...taskFields(t),
    assigneeId: t.id({ description: 'The member who gets it: an owner, a team lead or a clerk.' }),
    note: t.string({ required: false, description: 'What whoever gets it should know.' }),
  }),
});

builder.mutationField('assignTask', (t) =>
  t.withAuth({ permission: 'task:write' }).field({
    type: taskSuccess('AssignTask'),
    description:
      "Hands a task over with a note: one's own, or one that nobody has; a team lead also what others have.",
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: AssignTaskInput, description: 'Which task, to whom.' }) },
    resolve: (_root, { input }, ctx) => {
      const taskId = decodeId('Task', input.taskId, ['input', 'taskId']);
      const assigneeId = decodeId('Member', input.assigneeId, ['input', 'assigneeId']);
      const note = reasonText(input.note, ['input', 'note']);
      return runTaskCommand(ctx, input, { name: 'assignTask', input: { taskId, assigneeId, note } });
    },
  }),
);
