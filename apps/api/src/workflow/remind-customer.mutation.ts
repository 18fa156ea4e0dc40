import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { runCommand } from './run-command.ts';

const RemindCustomerInput = builder.inputType('RemindCustomerInput', {
  description: 'Of which claim.',
  fields: caseFields,
});

builder.mutationField('remindCustomer', (t) =>
  t.withAuth({ permission: 'case:advance' }).field({
    type: caseSuccess('RemindCustomer'),
    description: 'Reminds the customer by mail of an overdue claim, kindly and once.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RemindCustomerInput, description: 'Which case.' }) },
    resolve: (_root, { input }, ctx) => runCommand(ctx, input, { name: 'remindCustomer', input: {} }),
  }),
);
