import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf, textOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'RefundEvent',
  interfaces: [EventInterface],
  description: 'A refund was asked for, has moved on, has gone or has failed.',
  fields: (t) => ({
    refund: t.prismaField({
      type: 'Refund',
      nullable: true,
      authScopes: { permission: 'payment:read' },
      description: 'The refund, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'refundId');
        return where && db.refund.findUnique({ ...query, where });
      },
    }),
    failureCode: t.string({
      nullable: true,
      description: "The provider's code; null unless it has failed.",
      resolve: (event) => textOf(event, 'code'),
    }),
  }),
});
