import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { reasonText } from './free-text.ts';
import { runCommand } from './run-command.ts';

const CancelPaymentCaseInput = builder.inputType('CancelPaymentCaseInput', {
  description: 'Which case ends, and why.',
  fields: (t) => ({ ...caseFields(t), reason: t.string({ description: 'Why it is canceled.' }) }),
});

builder.mutationField('cancelPaymentCase', (t) =>
  t.withAuth({ permission: 'case:cancel' }).field({
    type: caseSuccess('CancelPaymentCase'),
    description:
      'Ends a case for which nothing has been received; an issued invoice is canceled by its Storno.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: CancelPaymentCaseInput, description: 'Which case, and why.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'cancelPaymentCase',
        input: { reason: reasonText(input.reason) ?? '' },
      }),
  }),
);
