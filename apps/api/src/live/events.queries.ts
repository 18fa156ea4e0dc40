import type { Event } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import { decodeCursor } from './cursor.ts';
import { EventConnection, EventInterface, EventTypeEnum } from './event.type.ts';
import { subscribeEvents } from './subscribe-events.ts';

builder.queryField('events', (t) =>
  t.withAuth({ permission: 'event:read' }).prismaField({
    type: [EventInterface],
    description: 'The event log after a cursor, oldest first: the feed from which a partner catches up.',
    args: {
      after: t.arg.string({
        required: false,
        description: 'Cursor of the last event seen; left out, from the beginning.',
      }),
      first: t.arg.int({ defaultValue: 50, description: 'How many; at most 100.' }),
      types: t.arg({ type: [EventTypeEnum], required: false, description: 'Only these types.' }),
    },
    resolve: (query, _root, { after, first, types: wanted }, ctx) =>
      ctx.db.event.findMany({
        ...query,
        where: {
          organizationId: ctx.organizationId,
          position: { gt: after ? decodeCursor(after) : 0n },
          ...(wanted ? { type: { in: [...wanted] } } : {}),
        },
        orderBy: { position: 'asc' },
        take: Math.min(Math.max(first, 1), 100),
      }),
  }),
);

builder.queryField('latestEvents', (t) =>
  t.prismaConnection(
    {
      type: EventInterface,
      authScopes: { permission: 'event:read' },
      cursor: 'organizationId_position',
      description: 'The event log, newest first.',
      resolve: (query, _root, _args, ctx) =>
        ctx.db.event.findMany({
          ...query,
          where: { organizationId: ctx.organizationId ?? '' },
          orderBy: { position: 'desc' },
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
