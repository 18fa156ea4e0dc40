import { builder } from '../graphql/builder.ts';
import { StepEnum } from '../graphql/step.type.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { reasonText } from './free-text.ts';
import { runCommand } from './run-command.ts';

const RejectPaymentTaskInput = builder.inputType('RejectPaymentTaskInput', {
  description: 'Where the case goes back to, and why.',
  fields: (t) => ({
    ...caseFields(t),
    backTo: t.field({ type: StepEnum, description: 'Step 2, 3, 5, 6 or 9.' }),
    reason: t.string({ description: 'What is to be looked at again.' }),
  }),
});

builder.mutationField('rejectPaymentTask', (t) =>
  t.withAuth({ permission: 'case:reject' }).field({
    type: caseSuccess('RejectPaymentTask'),
    description:
      'Step 10: sends the case back to a step. No effect is undone; the steps from there run again.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RejectPaymentTaskInput, description: 'Where to, and why.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'rejectPaymentTask',
        input: { backTo: input.backTo, reason: reasonText(input.reason) ?? '' },
      }),
  }),
);
