import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { runCommand } from '../workflow/run-command.ts';

const ChargeStoredMethodInput = builder.inputType('ChargeStoredMethodInput', {
  description: 'On which case.',
  fields: (t) => caseFields(t),
});

builder.mutationField('chargeStoredMethod', (t) =>
  t.withAuth({ permission: 'method:charge' }).field({
    type: caseSuccess('ChargeStoredMethod'),
    description:
      "Charges the customer's stored method, without the customer, over what is open. It ends whatever the customer could still pay on a page, and is refused while a payment is under way. Where the bank wants the customer there, the customer is told and pays on the pay page.",
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ChargeStoredMethodInput, description: 'The case.' }) },
    resolve: (_root, { input }, ctx) => runCommand(ctx, input, { name: 'chargeStoredMethod', input: {} }),
  }),
);
