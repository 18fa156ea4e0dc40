import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { remittanceText } from '../workflow/free-text.ts';
import { runCommand } from '../workflow/run-command.ts';

const RecordRefundTransferInput = builder.inputType('RecordRefundTransferInput', {
  description: 'A refund that somebody has transferred.',
  fields: (t) => ({
    ...caseFields(t),
    refundId: t.id({ description: 'The approved refund.' }),
    reference: t.string({ description: 'What the bank statement calls the transfer.' }),
  }),
});

builder.mutationField('recordRefundTransfer', (t) =>
  t.withAuth({ permission: 'refund:request' }).field({
    type: caseSuccess('RecordRefundTransfer'),
    description:
      'Records that a refund of money that did not come over the provider has been transferred from the own account.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RecordRefundTransferInput, description: 'The transfer.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'recordRefundTransfer',
        input: {
          refundId: decodeId('Refund', input.refundId, ['input', 'refundId']),
          reference: remittanceText(input.reference, ['input', 'reference']),
        },
      }),
  }),
);
