import { builder } from '../../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { runCommand } from '../run-command.ts';

const RecordPaymentInput = builder.inputType('RecordPaymentInput', {
  description: 'Which case.',
  fields: caseFields,
});

builder.mutationField('recordPayment', (t) =>
  t.withAuth({ permission: 'payment:record' }).field({
    type: caseSuccess('RecordPayment'),
    description: 'Step 7: allocates the confirmed payment in the ledger and issues the receipt.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RecordPaymentInput, description: 'Which case.' }) },
    resolve: (_root, { input }, ctx) => runCommand(ctx, input, { name: 'recordPayment', input: {} }),
  }),
);
