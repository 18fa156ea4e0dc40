import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf } from '../live/event-data.ts';
import { BankImportNode } from './bank-import.type.ts';

builder.prismaObject('Event', {
  variant: 'BankEvent',
  interfaces: [EventInterface],
  description: 'A file with bank statements was taken or refused, or its credits have been looked at.',
  fields: (t) => ({
    bankImport: t.prismaField({
      type: BankImportNode,
      nullable: true,
      authScopes: { permission: 'bank:read' },
      description: 'The import, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'bankImportId');
        return where && db.bankImport.findUnique({ ...query, where });
      },
    }),
  }),
});
