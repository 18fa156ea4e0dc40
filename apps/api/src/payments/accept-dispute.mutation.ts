import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { runCommand } from '../workflow/run-command.ts';

const AcceptDisputeInput = builder.inputType('AcceptDisputeInput', {
  description: 'A dispute that the business does not contradict.',
  fields: (t) => ({
    ...caseFields(t),
    disputeId: t.id({ description: 'The dispute that waits for an answer.' }),
  }),
});

builder.mutationField('acceptDispute', (t) =>
  t.withAuth({ permission: 'dispute:accept' }).field({
    type: caseSuccess('AcceptDispute'),
    description:
      'Gives the money of a dispute up: the bank closes it as lost, and the claim is open again. Whoever does so has handled the money and may not close the case.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: AcceptDisputeInput, description: 'Which one.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'acceptDispute',
        input: { disputeId: decodeId('Dispute', input.disputeId, ['input', 'disputeId']) },
      }),
  }),
);
