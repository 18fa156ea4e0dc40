import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf, textOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'CaptureEvent',
  interfaces: [EventInterface],
  description: 'A capture was decided, has moved on, has brought its money or has failed.',
  fields: (t) => ({
    capture: t.prismaField({
      type: 'Capture',
      nullable: true,
      authScopes: { permission: 'payment:read' },
      description: 'The capture, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'captureId');
        return where && db.capture.findUnique({ ...query, where });
      },
    }),
    failureCode: t.string({
      nullable: true,
      description: "The provider's code; null unless it has failed.",
      resolve: (event) => textOf(event, 'code'),
    }),
  }),
});
