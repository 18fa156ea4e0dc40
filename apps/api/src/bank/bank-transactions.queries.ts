import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { builder } from '../graphql/builder.ts';
import { containing } from '../graphql/like.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { BankImportNode } from './bank-import.type.ts';
import { poolOf } from './bank-pool.ts';
import { BankTransactionNode } from './bank-transaction.type.ts';

const ListEnum = builder.enumType('BankTransactionList', {
  description: 'Which movements.',
  values: {
    POOL: { description: 'Credits of which something is left to be given away; the oldest first.' },
    OTHER_RECEIPTS: {
      description: 'Credits that were booked to an account as no customer’s payment; the latest first.',
    },
    ALL: { description: 'Every movement; the latest first.' },
  } as const,
});

type List = typeof ListEnum.$inferType;

const which = async (
  tx: TenantTransaction,
  organizationId: string,
  list: List,
  search: string | null | undefined,
): Promise<Prisma.BankTransactionWhereInput> => {
  const contains = search ? containing(search) : null;
  const found = contains && {
    OR: [
      { remittance: contains },
      { counterpartyName: contains },
      { counterpartyIban: contains },
      { endToEndId: contains },
    ],
  };
  const pool = list === 'POOL' && { id: { in: await idsInPool(tx, organizationId) } };
  const other = list === 'OTHER_RECEIPTS' && { receipts: { some: { state: 'BOOKED' as const } } };
  return { organizationId, ...found, ...pool, ...other };
};

const idsInPool = async (tx: TenantTransaction, organizationId: string): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT pool.id FROM (${poolOf(organizationId)}) pool WHERE pool.rest > 0`;
  return rows.map(({ id }) => id);
};

builder.queryField('bankTransactions', (t) =>
  t.withAuth({ permission: 'bank:read' }).prismaConnection(
    {
      type: BankTransactionNode,
      cursor: 'organizationId_id',
      description: 'Movements on the bank account.',
      args: {
        list: t.arg({ type: ListEnum, defaultValue: 'ALL', description: 'Which of them.' }),
        search: t.arg.string({
          required: false,
          description: 'Part of a text, a name, an IBAN or a reference.',
        }),
      },
      totalCount: async (_root, { list, search }, { db, organizationId }) =>
        db.bankTransaction.count({ where: await which(db, organizationId ?? '', list, search) }),
      resolve: async (query, _root, { list, search }, { db, organizationId }) => {
        const order = list === 'POOL' ? 'asc' : 'desc';
        return db.bankTransaction.findMany({
          ...query,
          where: await which(db, organizationId, list, search),
          orderBy: [{ bookedOn: order }, { id: order }],
        });
      },
    },
    { name: 'BankTransactionConnection' },
    { name: 'BankTransactionEdge' },
  ),
);

builder.queryField('bankImports', (t) =>
  t.withAuth({ permission: 'bank:read' }).prismaConnection(
    {
      type: BankImportNode,
      cursor: 'organizationId_id',
      description: 'Files that were brought, the latest first.',
      totalCount: (_root, _args, { db, organizationId }) =>
        db.bankImport.count({ where: { organizationId: organizationId ?? '' } }),
      resolve: (query, _root, _args, { db, organizationId }) =>
        db.bankImport.findMany({
          ...query,
          where: { organizationId },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'BankImportConnection' },
    { name: 'BankImportEdge' },
  ),
);

interface Pool {
  readonly total: Money;
  readonly count: number;
}

const PoolType = builder.objectRef<Pool>('BankPool').implement({
  description: 'Money on the bank account that belongs to nobody yet, in the home currency.',
  fields: (t) => ({
    total: t.expose('total', { type: MoneyType, description: 'How much it is.' }),
    count: t.exposeInt('count', { description: 'In how many credits, of whatever currency.' }),
  }),
});

builder.queryField('bankPool', (t) =>
  t.withAuth({ permission: 'bank:read' }).field({
    type: PoolType,
    description: 'What lies in the pool.',
    resolve: async (_root, _args, { db, organizationId }) => {
      const currency = await homeCurrency(db, organizationId);
      const [row] = await db.$queryRaw<{ total: bigint; count: number }[]>`
        SELECT coalesce(sum(pool.rest) FILTER (WHERE pool.currency = ${currency}), 0)::bigint AS total, count(*)::int AS count
        FROM (${poolOf(organizationId)}) pool WHERE pool.rest > 0`;
      return { total: money(row?.total ?? 0n, currency), count: row?.count ?? 0 };
    },
  }),
);
