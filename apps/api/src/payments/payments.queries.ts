import { builder } from '../graphql/builder.ts';
import { readId } from '../graphql/ids.ts';
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

builder.queryField('payment', (t) =>
  t.withAuth({ permission: 'payment:read' }).prismaField({
    type: 'Payment',
    nullable: true,
    description: 'One payment, also one that was given back to the pool; null when there is none.',
    args: { id: t.arg.id({ description: 'The payment.' }) },
    resolve: (query, _root, args, { db, organizationId }) => {
      const id = readId('Payment', args.id);
      return id
        ? db.payment.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
        : null;
    },
  }),
);
