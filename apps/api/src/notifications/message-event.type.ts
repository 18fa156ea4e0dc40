import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf, textOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'MessageEvent',
  interfaces: [EventInterface],
  description: 'A mail or SMS was queued, sent or delivered, or could not be.',
  fields: (t) => ({
    message: t.prismaField({
      type: 'Message',
      nullable: true,
      authScopes: { permission: 'message:read' },
      description: 'The message, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'messageId');
        return where && db.message.findUnique({ ...query, where });
      },
    }),
    template: t.string({
      nullable: true,
      description: 'Which one, such as receipt.',
      resolve: (event) => textOf(event, 'template'),
    }),
  }),
});
