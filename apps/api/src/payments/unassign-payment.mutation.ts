import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { reasonText } from '../workflow/free-text.ts';
import { runCommand } from '../workflow/run-command.ts';

const UnassignPaymentInput = builder.inputType('UnassignPaymentInput', {
  description: 'Which credit does not belong to the case, and why.',
  fields: (t) => ({
    ...caseFields(t),
    paymentId: t.id({ description: 'A payment of the case that came with a bank statement.' }),
    reason: t.string({ description: 'Why it goes back.' }),
  }),
});

builder.mutationField('unassignPayment', (t) =>
  t.withAuth({ permission: 'payment:reverse' }).field({
    type: caseSuccess('UnassignPayment'),
    description:
      'Gives a credit of the bank that was assigned by mistake back to the pool, whole: its allocations get their counter-entries, what it paid is owed again, and it can be assigned to whoever it belongs to.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: UnassignPaymentInput, description: 'Which one.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'unassignPayment',
        input: {
          paymentId: decodeId('Payment', input.paymentId, ['input', 'paymentId']),
          reason: reasonText(input.reason) ?? '',
        },
      }),
  }),
);
