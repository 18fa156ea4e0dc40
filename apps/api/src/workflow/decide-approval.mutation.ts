import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { reasonText } from './free-text.ts';
import { runCommand } from './run-command.ts';

const DecideApprovalInput = builder.inputType('DecideApprovalInput', {
  description: "The second person's decision.",
  fields: (t) => ({
    ...caseFields(t),
    approvalId: t.id({ description: 'What is decided.' }),
    granted: t.boolean({ description: 'Agreed or refused.' }),
    reason: t.string({ required: false, description: 'Why; a refusal needs it.' }),
  }),
});

builder.mutationField('decideApproval', (t) =>
  t.withAuth({ permission: 'approval:decide' }).field({
    type: caseSuccess('DecideApproval'),
    description: 'Agrees to a write-off or refuses it. Who asked may never decide.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: DecideApprovalInput, description: 'The decision.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'decideApproval',
        input: {
          approvalId: decodeId('Approval', input.approvalId, ['input', 'approvalId']),
          granted: input.granted,
          reason: reasonText(input.reason),
        },
      }),
  }),
);
