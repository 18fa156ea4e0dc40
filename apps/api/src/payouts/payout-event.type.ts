import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'PayoutEvent',
  interfaces: [EventInterface],
  description: 'A payout was proposed or released, has become known, has arrived or has come back.',
  fields: (t) => ({
    payout: t.prismaField({
      type: 'Payout',
      nullable: true,
      authScopes: { permission: 'payout:read' },
      description: 'The payout, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'payoutId');
        return where && db.payout.findUnique({ ...query, where });
      },
    }),
  }),
});
