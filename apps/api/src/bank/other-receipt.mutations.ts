import { positiveMoneySchema } from '@zahlwerk/domain/money/money.schema';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { CaseRefused } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { MoneyInput } from '../graphql/money.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { reasonText } from '../workflow/free-text.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { bookOtherReceipt } from './book-other-receipt.ts';
import { OtherReceiptNode, ReceiptAccountEnum } from './other-receipt.type.ts';
import { forgetClaims } from './proposals.ts';
import { decideOtherReceipt, reverseOtherReceipt } from './settle-other-receipt.ts';
import type { ReceiptCall, ReceiptWritten } from './write-other-receipt.ts';

const success = (name: string) =>
  builder.objectRef<ReceiptWritten>(name).implement({
    description: 'It was written.',
    fields: (t) => ({
      receipt: t.prismaField({
        type: OtherReceiptNode,
        description: 'What is no customer’s payment, as it stands now.',
        resolve: (query, { receiptId: id }, _args, { db, organizationId }) =>
          db.otherReceipt.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId: organizationId ?? '', id } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'Whether the idempotency key had been used before.',
      }),
    }),
  });

const callOf = (
  { actor, organizationId }: TenantContext,
  input: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string },
): ReceiptCall => {
  // Keys never book money; the permission is not given to them, and this says so to the compiler.
  if (actor.kind !== 'MEMBER') throw new CaseRefused({ code: 'ROLE_NOT_ALLOWED' });
  return { organizationId, actor, idempotency: keyed({ ...input }) };
};

const afterwards = async (ctx: TenantContext, written: Promise<ReceiptWritten>): Promise<ReceiptWritten> => {
  const result = await written;
  await ctx.reads.end();
  forgetClaims(ctx);
  return result;
};

const key = { description: 'Unique per call, 8 to 255 characters.' };

const BookOtherReceiptInput = builder.inputType('BookOtherReceiptInput', {
  description: 'Which credit no customer has paid, and where it belongs.',
  fields: (t) => ({
    transactionId: t.id({ description: 'The credit.' }),
    account: t.field({ type: ReceiptAccountEnum, description: 'The account.' }),
    amount: t.field({ type: MoneyInput, description: 'How much of it; the rest stays in the pool.' }),
    reason: t.string({ description: 'What it is.' }),
    idempotencyKey: t.string(key),
  }),
});

builder.mutationField('bookOtherReceipt', (t) =>
  t.withAuth({ permission: 'bank:assign' }).field({
    type: success('BookOtherReceiptSuccess'),
    description:
      'Books a credit that is no customer’s payment to an account. Above the limit a lead has to agree first; nothing is posted until then.',
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: BookOtherReceiptInput, description: 'What belongs where.' }) },
    resolve: (_root, { input }, ctx) =>
      afterwards(
        ctx,
        bookOtherReceipt(workshopOf(ctx.ports), callOf(ctx, input), {
          transactionId: decodeId('BankTransaction', input.transactionId, ['input', 'transactionId']),
          account: input.account,
          amount: parseInput(positiveMoneySchema, input.amount, ['input', 'amount']),
          reason: reasonText(input.reason) ?? '',
        }),
      ),
  }),
);

const DecideOtherReceiptInput = builder.inputType('DecideOtherReceiptInput', {
  description: 'What the second person says.',
  fields: (t) => ({
    receiptId: t.id({ description: 'What was asked for.' }),
    granted: t.boolean({ description: 'Whether it may be booked.' }),
    reason: t.string({ required: false, description: 'Why; a no needs it.' }),
    idempotencyKey: t.string(key),
  }),
});

builder.mutationField('decideOtherReceipt', (t) =>
  t.withAuth({ permission: 'approval:decide' }).field({
    type: success('DecideOtherReceiptSuccess'),
    description: 'Agrees to booking a credit to an account, or refuses. Refused to whoever asked.',
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: DecideOtherReceiptInput, description: 'The decision.' }) },
    resolve: (_root, { input }, ctx) =>
      afterwards(
        ctx,
        decideOtherReceipt(workshopOf(ctx.ports), callOf(ctx, input), {
          receiptId: decodeId('OtherReceipt', input.receiptId, ['input', 'receiptId']),
          granted: input.granted,
          reason: reasonText(input.reason),
        }),
      ),
  }),
);

const ReverseOtherReceiptInput = builder.inputType('ReverseOtherReceiptInput', {
  description: 'Which booking, and why it is taken back.',
  fields: (t) => ({
    receiptId: t.id({ description: 'The booking.' }),
    reason: t.string({ description: 'Why.' }),
    idempotencyKey: t.string(key),
  }),
});

builder.mutationField('reverseOtherReceipt', (t) =>
  t.withAuth({ permission: 'bank:assign' }).field({
    type: success('ReverseOtherReceiptSuccess'),
    description: 'Takes such a booking back by its counter-entry: the money lies in the pool again.',
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: ReverseOtherReceiptInput, description: 'Which one.' }) },
    resolve: (_root, { input }, ctx) =>
      afterwards(
        ctx,
        reverseOtherReceipt(workshopOf(ctx.ports), callOf(ctx, input), {
          receiptId: decodeId('OtherReceipt', input.receiptId, ['input', 'receiptId']),
          reason: reasonText(input.reason) ?? '',
        }),
      ),
  }),
);
