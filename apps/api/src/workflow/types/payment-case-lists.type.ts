import { builder } from '../../graphql/builder.ts';
import { TOTAL_COUNT, totalOf } from '../../graphql/total-count.ts';
import { EventConnection, EventInterface } from '../../live/event.type.ts';
import { readEventPage } from '../../live/event-page.ts';
import { MessageConnection } from './case-parts.type.ts';
import { PaymentCaseNode } from './payment-case.type.ts';

/** Pages of cases, in whichever list they stand. */
export const PaymentCaseConnection = builder.connectionObject(
  {
    type: PaymentCaseNode,
    name: 'PaymentCaseConnection',
    fields: (t) => ({ totalCount: t.int({ extensions: TOTAL_COUNT, resolve: totalOf }) }),
  },
  { name: 'PaymentCaseEdge' },
);

builder.prismaObjectFields(PaymentCaseNode, (t) => ({
  allocations: t.relatedConnection(
    'allocations',
    {
      cursor: 'organizationId_id',
      description: 'What was recorded for the claim, newest first.',
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
    },
    { name: 'AllocationConnection' },
    { name: 'AllocationEdge' },
  ),
  attempts: t.relatedConnection(
    'attempts',
    {
      cursor: 'organizationId_id',
      description: 'Tries to collect, newest first.',
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
    },
    { name: 'AttemptConnection' },
    { name: 'AttemptEdge' },
  ),
  messages: t.relatedConnection(
    'messages',
    {
      cursor: 'organizationId_id',
      description: 'What was sent, newest first.',
      query: { orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }] },
    },
    MessageConnection,
  ),
  events: t.connection(
    {
      type: EventInterface,
      description: 'Its entries in the event log, newest first.',
      resolve: ({ organizationId, id }, args, ctx, info) =>
        readEventPage(ctx, info, { args, where: { organizationId, caseId: id }, order: 'desc' }),
    },
    EventConnection,
  ),
}));
