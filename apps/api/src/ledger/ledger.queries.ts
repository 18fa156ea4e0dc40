import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';

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

const whichEntries = (
  organizationId: string,
  {
    accountId,
    caseId,
  }: { readonly accountId: string | null | undefined; readonly caseId: string | null | undefined },
): Prisma.JournalEntryWhereInput => ({
  organizationId,
  ...(accountId ? { lines: { some: { accountId: decodeId('LedgerAccount', accountId) } } } : {}),
  ...(caseId ? { caseId: decodeId('PaymentCase', caseId) } : {}),
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
      },
      totalCount: (_root, { accountId, caseId }, ctx) =>
        ctx.db.journalEntry.count({ where: whichEntries(ctx.organizationId ?? '', { accountId, caseId }) }),
      resolve: (query, _root, { accountId, caseId }, ctx) =>
        ctx.db.journalEntry.findMany({
          ...query,
          where: whichEntries(ctx.organizationId, { accountId, caseId }),
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'JournalEntryConnection' },
    { name: 'JournalEntryEdge' },
  ),
);
