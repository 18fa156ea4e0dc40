import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf } from '../live/event-data.ts';
import { BankImportNode } from './bank-import.type.ts';
import { BankTransactionNode } from './bank-transaction.type.ts';

builder.prismaObject('Event', {
  variant: 'BankEvent',
  interfaces: [EventInterface],
  description:
    'A file with bank statements was taken or refused, or its credits have been looked at; a credit that is no customer’s payment was booked to an account, or taken back from there.',
  fields: (t) => ({
    bankImport: t.prismaField({
      type: BankImportNode,
      nullable: true,
      authScopes: { permission: 'bank:read' },
      description: 'The import, as it stands now; null for what is about one credit.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'bankImportId');
        return where && db.bankImport.findUnique({ ...query, where });
      },
    }),
    transaction: t.prismaField({
      type: BankTransactionNode,
      nullable: true,
      authScopes: { permission: 'bank:read' },
      description: 'The credit that it is about.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'bankTransactionId');
        return where && db.bankTransaction.findUnique({ ...query, where });
      },
    }),
  }),
});
