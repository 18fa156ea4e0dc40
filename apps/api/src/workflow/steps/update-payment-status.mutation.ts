import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/ids.ts';
import { askProvider } from '../../payments/ask-provider.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { runCommand } from '../run-command.ts';

const UpdatePaymentStatusInput = builder.inputType('UpdatePaymentStatusInput', {
  description: 'Which case. There is no status to give: it follows from the evidence.',
  fields: caseFields,
});

builder.mutationField('updatePaymentStatus', (t) =>
  t.withAuth({ permission: 'status:update' }).field({
    type: caseSuccess('UpdatePaymentStatus'),
    description:
      'Step 8: asks the provider again and publishes what the evidence gives. Allowed at any time.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: UpdatePaymentStatusInput, description: 'Which case.' }) },
    resolve: async (_root, { input }, ctx) => {
      await askProvider(ctx, decodeId('PaymentCase', input.caseId, ['input', 'caseId']));
      return runCommand(ctx, { ...input, expectedVersion: null }, { name: 'updatePaymentStatus', input: {} });
    },
  }),
);
