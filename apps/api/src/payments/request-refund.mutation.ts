import { positiveMoneySchema } from '@zahlwerk/domain/money/money.schema';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { MoneyInput } from '../graphql/money.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { reasonText } from '../workflow/free-text.ts';
import { runCommand } from '../workflow/run-command.ts';
import { RefundEffectEnum } from './refund.type.ts';

const RequestRefundInput = builder.inputType('RequestRefundInput', {
  description: 'How much of which payment goes back, and what that does to the claim.',
  fields: (t) => ({
    ...caseFields(t),
    paymentId: t.id({ description: 'The payment; it limits the refund, never a balance.' }),
    amount: t.field({ type: MoneyInput, description: 'How much.' }),
    effect: t.field({ type: RefundEffectEnum, description: 'What it does to the claim.' }),
    reason: t.string({ description: 'Why; it stands on a correction document.' }),
  }),
});

builder.mutationField('requestRefund', (t) =>
  t.withAuth({ permission: 'refund:request' }).field({
    type: caseSuccess('RequestRefund'),
    description:
      'Asks for money to go back. Above the limit of the workflow a second person agrees first; what came over the provider goes back over it, the rest is transferred by a person. Nothing is posted until the money has gone.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RequestRefundInput, description: 'The refund.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'requestRefund',
        input: {
          paymentId: decodeId('Payment', input.paymentId, ['input', 'paymentId']),
          amount: parseInput(positiveMoneySchema, input.amount, ['input', 'amount']),
          effect: input.effect,
          reason: reasonText(input.reason) ?? '',
        },
      }),
  }),
);
