import type { BankTransaction } from '@zahlwerk/db/generated/client';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { Part } from '@zahlwerk/domain/matching/match-movement';
import { positiveMoneySchema } from '@zahlwerk/domain/money/money.schema';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { CaseRefused, NotFound, ValidationFailed } from '../graphql/errors.ts';
import { isKeyUsed, keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { MoneyInput } from '../graphql/money.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { forgetCases } from '../workflow/types/case-loader.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { BankTransactionNode } from './bank-transaction.type.ts';
import { giveToCase } from './give-to-case.ts';
import { restOfCredit } from './other-receipt-desk.ts';
import { forgetClaims } from './proposals.ts';

/** So many claims nobody pays with one transfer; each is a transaction of its own. */
const MOST_PARTS = 50;

interface Assigned {
  readonly transactionId: string;
  readonly replayed: boolean;
}

const Success = builder.objectRef<Assigned>('AssignBankTransactionSuccess').implement({
  description: 'The money was given to its cases, each of which goes on with it.',
  fields: (t) => ({
    transaction: t.prismaField({
      type: BankTransactionNode,
      description: 'The movement as it stands now.',
      resolve: (query, { transactionId: id }, _args, { db, organizationId }) =>
        db.bankTransaction.findUniqueOrThrow({
          ...query,
          where: { organizationId_id: { organizationId: organizationId ?? '', id } },
        }),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key had been used before.',
    }),
  }),
});

const PartInput = builder.inputType('BankAllocationInput', {
  description: 'What of a credit goes to which case.',
  fields: (t) => ({
    caseId: t.id({ description: 'The case.' }),
    amount: t.field({ type: MoneyInput, description: 'How much of it.' }),
  }),
});

const AssignBankTransactionInput = builder.inputType('AssignBankTransactionInput', {
  description: 'Whose money a credit is. What is left over stays in the pool.',
  fields: (t) => ({
    transactionId: t.id({ description: 'The credit.' }),
    allocations: t.field({ type: [PartInput], description: 'Each case once.' }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 200 characters.' }),
  }),
});

type Input = typeof AssignBankTransactionInput.$inferInput;

const invalid = (path: readonly string[], code: string): never => {
  throw new ValidationFailed([{ path: ['input', ...path], code }]);
};

const partsOf = ({ allocations }: Input): readonly (Part & { readonly currency: string })[] => {
  if (allocations.length === 0) return invalid(['allocations'], 'REQUIRED');
  if (allocations.length > MOST_PARTS) return invalid(['allocations'], 'TOO_LONG');
  const parts = allocations.map(({ caseId, amount }, at) => {
    const path = ['input', 'allocations', String(at)];
    const { minor, currency } = parseInput(positiveMoneySchema, amount, [...path, 'amount']);
    return { caseId: decodeId('PaymentCase', caseId, [...path, 'caseId']), minor, currency };
  });
  const twice = parts.findIndex(({ caseId }, at) => parts.findIndex((one) => one.caseId === caseId) < at);
  return twice < 0 ? parts : invalid(['allocations', String(twice), 'caseId'], 'ALREADY_USED');
};

const find = async (tx: TenantTransaction, organizationId: string, id: string): Promise<BankTransaction> => {
  const row = await tx.bankTransaction.findUnique({ where: { organizationId_id: { organizationId, id } } });
  if (!row) throw new NotFound('BankTransaction', ['input', 'transactionId']);
  return row;
};

/** Looks at the whole before the first part is given, so that what cannot go through as a whole does not begin. */
const check = async (
  tx: TenantTransaction,
  row: BankTransaction,
  parts: ReturnType<typeof partsOf>,
): Promise<void> => {
  const { organizationId } = row;
  if (row.direction === 'DEBIT') invalid(['transactionId'], 'NOT_A_CREDIT');
  const foreign = parts.findIndex(({ currency }) => currency !== row.currency);
  if (foreign >= 0) invalid(['allocations', String(foreign), 'amount'], 'CURRENCY_DIFFERS');
  const cases = await tx.paymentCase.findMany({
    where: { organizationId, id: { in: parts.map(({ caseId }) => caseId) } },
    select: { id: true, currency: true },
  });
  for (const [at, { caseId }] of parts.entries()) {
    const found = cases.find(({ id }) => id === caseId);
    if (!found) throw new NotFound('PaymentCase', ['input', 'allocations', String(at), 'caseId']);
    if (found.currency !== row.currency) invalid(['allocations', String(at), 'amount'], 'CURRENCY_DIFFERS');
  }
};

/** All parts together must fit into what is left; between two who assign at once each part is held to it once more. */
const requireRest = async (
  tx: TenantTransaction,
  row: BankTransaction,
  parts: readonly Part[],
): Promise<void> => {
  const wanted = parts.reduce((sum, { minor }) => sum + minor, 0n);
  if (wanted > (await restOfCredit(tx, row))) throw new CaseRefused({ code: 'CREDIT_GIVEN_AWAY' });
};

/** A call that is repeated goes on where the first one broke off: what its key has given away is not given twice. */
const assign = async (ctx: TenantContext, input: Input): Promise<Assigned> => {
  const { organizationId, actor } = ctx;
  const workshop = workshopOf(ctx.ports);
  const { key } = keyed({ ...input });
  const keyOf = (part: number) => keyed({ ...input, idempotencyKey: `${key}:${part}` });
  const transactionId = decodeId('BankTransaction', input.transactionId, ['input', 'transactionId']);
  const parts = partsOf(input);
  const row = await withTenant(workshop.database, organizationId, async (tx) => {
    const found = await find(tx, organizationId, transactionId);
    await check(tx, found, parts);
    const begun = { organizationId, actor, idempotency: keyOf(0) };
    if (!(await isKeyUsed(tx, begun))) await requireRest(tx, found, parts);
    return found;
  });
  let replayed = true;
  for (const [at, part] of parts.entries()) {
    const idempotency = keyOf(at);
    const given = await giveToCase(workshop, row, part, { actor, idempotency, cause: 'bank-assignment' });
    replayed &&= given.replayed;
  }
  return { transactionId, replayed };
};

builder.mutationField('assignBankTransaction', (t) =>
  t.withAuth({ permission: 'bank:assign' }).field({
    type: Success,
    description: 'Gives a credit, or a part of it, to the cases that it pays.',
    errors: { types: [CaseRefused] },
    args: { input: t.arg({ type: AssignBankTransactionInput, description: 'Whose money it is.' }) },
    resolve: async (_root, { input }, ctx) => {
      const result = await assign(ctx, input);
      await ctx.reads.end();
      forgetCases(ctx);
      forgetClaims(ctx);
      return result;
    },
  }),
);
