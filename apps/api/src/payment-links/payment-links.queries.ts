import { builder } from '../graphql/builder.ts';
import { readId } from '../graphql/ids.ts';
import { PaymentLinkNode } from './payment-link.type.ts';

builder.queryField('paymentLinks', (t) =>
  t.withAuth({ permission: 'link:read' }).prismaConnection(
    {
      type: PaymentLinkNode,
      cursor: 'organizationId_id',
      description: 'The public payment links of the business, newest first.',
      totalCount: (_root, _args, { db, organizationId }) =>
        db.paymentLink.count({ where: { organizationId: organizationId ?? '' } }),
      resolve: (query, _root, _args, { db, organizationId }) =>
        db.paymentLink.findMany({
          ...query,
          where: { organizationId },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'PaymentLinkConnection' },
    { name: 'PaymentLinkEdge' },
  ),
);

builder.queryField('paymentLink', (t) =>
  t.withAuth({ permission: 'link:read' }).prismaField({
    type: PaymentLinkNode,
    nullable: true,
    description: 'One public payment link.',
    args: { id: t.arg.id({ description: 'Its id.' }) },
    resolve: (query, _root, { id }, { db, organizationId }) => {
      const key = readId('PaymentLink', id);
      return key ? db.paymentLink.findFirst({ ...query, where: { organizationId, id: key } }) : null;
    },
  }),
);
