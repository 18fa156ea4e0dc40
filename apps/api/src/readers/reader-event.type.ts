import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { ReaderNode } from './reader.type.ts';

builder.prismaObject('Event', {
  variant: 'ReaderEvent',
  interfaces: [EventInterface],
  description: 'A card reader was registered or removed.',
  fields: (t) => ({
    reader: t.prismaField({
      type: ReaderNode,
      nullable: true,
      authScopes: { permission: 'reader:read' },
      description: 'The reader, as it stands now.',
      resolve: (query, { organizationId, streamId: id }, _args, { db }) =>
        db.reader.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } }),
    }),
  }),
});
