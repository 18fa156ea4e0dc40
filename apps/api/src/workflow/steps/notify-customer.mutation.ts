import { builder } from '../../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { runCommand } from '../run-command.ts';

const NotifyCustomerInput = builder.inputType('NotifyCustomerInput', {
  description: 'Which case.',
  fields: caseFields,
});

builder.mutationField('notifyCustomer', (t) =>
  t.withAuth({ permission: 'case:advance' }).field({
    type: caseSuccess('NotifyCustomer'),
    description: 'Step 9: tells the customer by mail; goes on without one where none can be delivered.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: NotifyCustomerInput, description: 'Which case.' }) },
    resolve: (_root, { input }, ctx) => runCommand(ctx, input, { name: 'notifyCustomer', input: {} }),
  }),
);
