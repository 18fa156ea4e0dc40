import type { Event } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { EventInterface } from '../live/event.type.ts';
import { subscribeEvents } from '../live/subscribe-events.ts';

builder.subscriptionField('paymentStatusChanged', (t) =>
  t.withAuth({ permission: 'case:read' }).field({
    type: EventInterface,
    description:
      'Everything that happens to one case, from now or from the cursor on; each event once, in order.',
    args: {
      caseId: t.arg.id({ description: 'Which case.' }),
      after: t.arg.string({ required: false, description: 'Cursor of the last event seen.' }),
    },
    subscribe: (_root, { caseId, after }, ctx) =>
      subscribeEvents({
        ctx,
        organizationId: ctx.organizationId,
        after: after ?? null,
        filter: { caseId: decodeId('PaymentCase', caseId) },
      }),
    resolve: (event: Event) => event,
  }),
);
