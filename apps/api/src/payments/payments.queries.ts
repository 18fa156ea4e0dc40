import { builder } from '../graphql/builder.ts';
import { PaymentFilter, whichPayments } from './payment-filter.ts';

builder.queryField('payments', (t) =>
  t.withAuth({ permission: 'payment:read' }).prismaConnection(
    {
      type: 'Payment',
      cursor: 'organizationId_id',
      description: 'Money that has arrived, booked last first.',
      args: { filter: t.arg({ type: PaymentFilter, required: false, description: 'Which payments.' }) },
      totalCount: async (_root, { filter }, ctx) =>
        ctx.db.payment.count({ where: await whichPayments(ctx, ctx.organizationId ?? '', filter) }),
      resolve: async (query, _root, { filter }, ctx) =>
        ctx.db.payment.findMany({
          ...query,
          where: await whichPayments(ctx, ctx.organizationId, filter),
          orderBy: [{ bookedAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'PaymentConnection' },
    { name: 'PaymentEdge' },
  ),
);
