import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf, textOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'DisputeEvent',
  interfaces: [EventInterface],
  description: 'A payment was disputed or has come back, was answered for, or was decided.',
  fields: (t) => ({
    dispute: t.prismaField({
      type: 'Dispute',
      nullable: true,
      authScopes: { permission: 'payment:read' },
      description: 'The dispute, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'disputeId');
        return where && db.dispute.findUnique({ ...query, where });
      },
    }),
    failureCode: t.string({
      nullable: true,
      description: "The provider's code; null unless it took no answer like that.",
      resolve: (event) => textOf(event, 'code'),
    }),
  }),
});
