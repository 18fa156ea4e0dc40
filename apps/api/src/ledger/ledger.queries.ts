import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { entriesAbout } from './entries-about.ts';

builder.queryField('ledgerAccounts', (t) =>
  t.withAuth({ permission: 'ledger:read' }).prismaField({
    type: ['LedgerAccount'],
    description: 'The chart of accounts, by number.',
    resolve: (query, _root, _args, ctx) =>
      ctx.db.ledgerAccount.findMany({
        ...query,
        where: { organizationId: ctx.organizationId },
        orderBy: { number: 'asc' },
      }),
  }),
);

interface Which {
  readonly accountId?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  readonly paymentId?: string | null | undefined;
}

const whichEntries = async (
  tx: TenantTransaction,
  organizationId: string,
  { accountId, caseId, paymentId }: Which,
): Promise<Prisma.JournalEntryWhereInput> => ({
  organizationId,
  ...(accountId ? { lines: { some: { accountId: decodeId('LedgerAccount', accountId) } } } : {}),
  ...(caseId ? { caseId: decodeId('PaymentCase', caseId) } : {}),
  ...(paymentId ? await entriesAbout(tx, organizationId, decodeId('Payment', paymentId)) : {}),
});

builder.queryField('journalEntries', (t) =>
  t.withAuth({ permission: 'ledger:read' }).prismaConnection(
    {
      type: 'JournalEntry',
      cursor: 'organizationId_id',
      description: 'The permanent ledger, newest first.',
      args: {
        accountId: t.arg.id({ required: false, description: 'Only entries with a line on this account.' }),
        caseId: t.arg.id({ required: false, description: 'Only entries of this case.' }),
        paymentId: t.arg.id({
          required: false,
          description: 'Only entries about this payment: its arrival, its fee, and what was done with it.',
        }),
      },
      totalCount: async (_root, which, ctx) =>
        ctx.db.journalEntry.count({ where: await whichEntries(ctx.db, ctx.organizationId ?? '', which) }),
      resolve: async (query, _root, which, ctx) =>
        ctx.db.journalEntry.findMany({
          ...query,
          where: await whichEntries(ctx.db, ctx.organizationId, which),
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'JournalEntryConnection' },
    { name: 'JournalEntryEdge' },
  ),
);
