import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'InvoiceEvent',
  interfaces: [EventInterface],
  description: 'An invoice was issued, canceled or corrected.',
  fields: (t) => ({
    invoice: t.prismaField({
      type: 'Invoice',
      nullable: true,
      authScopes: { permission: 'invoice:read' },
      description: 'The invoice, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'invoiceId');
        return where && db.invoice.findUnique({ ...query, where });
      },
    }),
  }),
});
