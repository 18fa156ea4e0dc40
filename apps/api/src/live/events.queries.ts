import type { Event } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import { EventConnection, EventInterface, EventTypeEnum } from './event.type.ts';
import { readEventPage } from './event-page.ts';
import { subscribeEvents } from './subscribe-events.ts';

builder.queryField('events', (t) =>
  t.connection(
    {
      type: EventInterface,
      authScopes: { permission: 'event:read' },
      description:
        'The event log, oldest first: the feed from which a partner catches up with the cursor of the last event seen.',
      args: { types: t.arg({ type: [EventTypeEnum], required: false, description: 'Only these types.' }) },
      resolve: (_root, { types: wanted, ...args }, ctx, info) =>
        readEventPage(ctx, info, {
          args,
          where: {
            organizationId: ctx.organizationId ?? '',
            ...(wanted ? { type: { in: [...wanted] } } : {}),
          },
          order: 'asc',
        }),
    },
    EventConnection,
  ),
);

builder.queryField('latestEvents', (t) =>
  t.connection(
    {
      type: EventInterface,
      authScopes: { permission: 'event:read' },
      description: 'The event log, newest first.',
      resolve: (_root, args, ctx, info) =>
        readEventPage(ctx, info, {
          args,
          where: { organizationId: ctx.organizationId ?? '' },
          order: 'desc',
        }),
    },
    EventConnection,
  ),
);

builder.subscriptionField('eventAppended', (t) =>
  t.withAuth({ permission: 'event:read' }).field({
    type: EventInterface,
    description: 'Every event of the organization that the caller may see, from now or from the cursor on.',
    args: {
      after: t.arg.string({ required: false, description: 'Cursor of the last event seen.' }),
      types: t.arg({ type: [EventTypeEnum], required: false, description: 'Only these types.' }),
    },
    subscribe: (_root, { after, types: wanted }, ctx) =>
      subscribeEvents({
        ctx,
        organizationId: ctx.organizationId,
        after: after ?? null,
        filter: wanted ? { types: wanted } : {},
      }),
    resolve: (event: Event) => event,
  }),
);
