import { positiveMoneySchema } from '@zahlwerk/domain/money/money.schema';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { MoneyInput } from '../graphql/money.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { remittanceText } from './free-text.ts';
import { runCommand } from './run-command.ts';

const ReceiptKindEnum = builder.enumType('ReceiptKind', {
  description: 'How somebody saw the money.',
  values: {
    BANK_TRANSFER: { description: 'A credit on the bank account.' },
    CARD_TERMINAL: { description: "A card terminal's slip." },
  } as const,
});

const RegisterReceiptInput = builder.inputType('RegisterReceiptInput', {
  description: 'Money that a member has seen and vouches for.',
  fields: (t) => ({
    ...caseFields(t),
    amount: t.field({ type: MoneyInput, description: 'What arrived.' }),
    valueOn: t.field({ type: 'Date', description: 'Day on which it was credited; not in the future.' }),
    kind: t.field({ type: ReceiptKindEnum, description: 'How it was seen.' }),
    reference: t.string({ description: 'What stands beside it: remittance text or slip number.' }),
    documentId: t.id({ required: false, description: 'The uploaded slip or statement.' }),
  }),
});

builder.mutationField('registerReceipt', (t) =>
  t.withAuth({ permission: 'receipt:register' }).field({
    type: caseSuccess('RegisterReceipt'),
    description:
      'Books money on a member’s word. It is never clean, and who vouched may not close the case. Allowed in any state: money is never refused.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RegisterReceiptInput, description: 'The receipt.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'registerReceipt',
        input: {
          amount: parseInput(positiveMoneySchema, input.amount, ['input', 'amount']),
          valueOn: input.valueOn,
          kind: input.kind,
          reference: remittanceText(input.reference, ['input', 'reference']),
          documentId: input.documentId
            ? decodeId('Document', input.documentId, ['input', 'documentId'])
            : null,
        },
      }),
  }),
);
