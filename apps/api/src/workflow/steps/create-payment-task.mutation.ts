import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/ids.ts';
import { TaskPriorityEnum } from '../../tasks/task.type.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { runCommand } from '../run-command.ts';

const CreatePaymentTaskInput = builder.inputType('CreatePaymentTaskInput', {
  description: 'Who is to look after the payment, and until when.',
  fields: (t) => ({
    ...caseFields(t),
    assigneeId: t.id({
      required: false,
      description: 'A member; left out, the task lies in the queue of the team.',
    }),
    dueOn: t.field({
      type: 'Date',
      required: false,
      description: "Left out: the case's due date and the workflow's days of grace.",
    }),
    priority: t.field({ type: TaskPriorityEnum, defaultValue: 'NORMAL', description: 'How urgent.' }),
  }),
});

builder.mutationField('createPaymentTask', (t) =>
  t.withAuth({ permission: 'task:write' }).field({
    type: caseSuccess('CreatePaymentTask'),
    description:
      'Step 5: creates the task for accounts, tells the department and issues the invoice or statement.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: CreatePaymentTaskInput, description: 'The task.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'createPaymentTask',
        input: {
          assigneeId: input.assigneeId ? decodeId('Member', input.assigneeId, ['input', 'assigneeId']) : null,
          dueOn: input.dueOn ?? null,
          priority: input.priority,
        },
      }),
  }),
);
