import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { reasonText } from '../workflow/free-text.ts';
import { runCommand } from '../workflow/run-command.ts';

const ReverseAllocationInput = builder.inputType('ReverseAllocationInput', {
  description: 'Which allocation is undone, and why.',
  fields: (t) => ({
    ...caseFields(t),
    allocationId: t.id({ description: 'An allocation of the case that holds.' }),
    reason: t.string({ description: 'Why it is undone.' }),
  }),
});

builder.mutationField('reverseAllocation', (t) =>
  t.withAuth({ permission: 'payment:reverse' }).field({
    type: caseSuccess('ReverseAllocation'),
    description:
      "Undoes one allocation by its counter-entry: the claim is open again, the money is the customer's credit, and the case goes back to step 6, also a closed one. All others stay as they are.",
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ReverseAllocationInput, description: 'Which one.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'reverseAllocation',
        input: {
          allocationId: decodeId('Allocation', input.allocationId, ['input', 'allocationId']),
          reason: reasonText(input.reason) ?? '',
        },
      }),
  }),
);
