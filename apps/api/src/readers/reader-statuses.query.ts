import type { Reader } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { askForReaders } from '../stripe/readers.ts';
import { ReaderNode } from './reader.type.ts';

const ReaderConnectionEnum = builder.enumType('ReaderConnection', {
  description: 'Whether a reader can be reached.',
  values: ['ONLINE', 'OFFLINE', 'UNKNOWN'] as const,
});

interface ReaderStatus {
  readonly reader: Pick<Reader, 'organizationId' | 'id'>;
  readonly connection: typeof ReaderConnectionEnum.$inferType;
}

const ReaderStatusType = builder.objectRef<ReaderStatus>('ReaderStatus').implement({
  description: 'A reader, and whether it can be reached at this moment.',
  fields: (t) => ({
    reader: t.prismaField({
      type: ReaderNode,
      description: 'The reader.',
      resolve: (query, { reader: { organizationId, id } }, _args, { db }) =>
        db.reader.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
    }),
    connection: t.expose('connection', {
      type: ReaderConnectionEnum,
      description: 'What the provider says.',
    }),
  }),
});

/** What the provider says about the readers of one account; nothing where it cannot be asked. */
const ask = async ({ ports }: TenantContext, organizationId: string, accountId: string) => {
  try {
    return await askForReaders((await ports.stripe.open(organizationId, accountId)).stripe);
  } catch (error) {
    ports.log.warn({ err: error }, 'the provider could not be asked about its readers');
    return null;
  }
};

const statuses = async (ctx: TenantContext): Promise<readonly ReaderStatus[]> => {
  const { organizationId, ports } = ctx;
  const readers = await withTenant(ports.db, organizationId, (tx) =>
    tx.reader.findMany({
      where: { organizationId, removedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const accounts = [...new Set(readers.map(({ providerAccountId }) => providerAccountId))];
  const answers = new Map(
    await Promise.all(accounts.map(async (id) => [id, await ask(ctx, organizationId, id)] as const)),
  );
  return readers.map((reader) => {
    const answer = answers.get(reader.providerAccountId);
    return { reader, connection: answer ? (answer.get(reader.providerRef) ?? 'OFFLINE') : 'UNKNOWN' };
  });
};

builder.queryField('readerStatuses', (t) =>
  t.withAuth({ permission: 'reader:read' }).field({
    type: [ReaderStatusType],
    description:
      'The readers in use, the oldest first, and whether they can be reached: the provider is asked for it.',
    resolve: (_root, _args, ctx) => statuses(ctx),
  }),
);
