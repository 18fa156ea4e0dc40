import { builder } from '../graphql/builder.ts';

export const ReaderNode = builder.prismaNode('Reader', {
  description: 'A card reader of the business, with which cases of the channel IN_PERSON are collected.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'reader:read' },
  fields: (t) => ({
    label: t.exposeString('label', { description: 'How the business calls it.' }),
    deviceType: t.exposeString('deviceType', {
      description: "The provider's name of the model, such as stripe_s700.",
    }),
    serialNumber: t.exposeString('serialNumber', { description: 'As it stands on the device.' }),
    registeredAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when it is here.' }),
    removedAt: t.expose('removedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Not used any more since; null for one that is.',
    }),
  }),
});

interface ReaderWritten {
  readonly organizationId: string;
  readonly readerId: string;
  readonly replayed: boolean;
}

/** The success of a command on a reader: the reader, and whether this key had been used before. */
export const readerSuccess = (operation: string) =>
  builder.objectRef<ReaderWritten>(`${operation}Success`).implement({
    description: 'The reader as it stands now.',
    fields: (t) => ({
      reader: t.prismaField({
        type: ReaderNode,
        description: 'The reader.',
        resolve: (query, { organizationId, readerId: id }, _args, { db }) =>
          db.reader.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'Whether the idempotency key had been used before.',
      }),
    }),
  });
