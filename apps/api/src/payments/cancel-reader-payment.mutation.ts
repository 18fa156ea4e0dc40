import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { runCommand } from '../workflow/run-command.ts';

const Input = builder.inputType('CancelReaderPaymentInput', {
  description: 'Whose payment no reader is to wait for any longer.',
  fields: caseFields,
});

builder.mutationField('cancelReaderPayment', (t) =>
  t.withAuth({ permission: 'payment:start' }).field({
    type: caseSuccess('CancelReaderPayment'),
    description:
      'Ends the payment that a card reader waits for, or that was declined there, and clears its display. If a card was faster, its money is taken all the same.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: Input, description: 'The case.' }) },
    resolve: (_root, { input }, ctx) => runCommand(ctx, input, { name: 'cancelReaderPayment', input: {} }),
  }),
);
