import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { runCommand } from './run-command.ts';

const RequestCustomerDataInput = builder.inputType('RequestCustomerDataInput', {
  description: 'Whose customer is asked.',
  fields: caseFields,
});

builder.mutationField('requestCustomerData', (t) =>
  t.withAuth({ permission: 'customer:check' }).field({
    type: caseSuccess('RequestCustomerData'),
    description: 'Step 2: asks the customer by mail for what is missing or wrong.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RequestCustomerDataInput, description: 'Which case.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, { name: 'requestCustomerData', input: { linkId: ctx.ports.newId() } }),
  }),
);
