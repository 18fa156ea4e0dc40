import { builder } from '../graphql/builder.ts';

builder.queryField('invoices', (t) =>
  t.withAuth({ permission: 'invoice:read' }).prismaConnection(
    {
      type: 'Invoice',
      cursor: 'organizationId_id',
      description: 'All issued documents, newest first.',
      totalCount: (_root, _args, { db, organizationId }) =>
        db.invoice.count({ where: { organizationId: organizationId ?? '' } }),
      resolve: (query, _root, _args, ctx) =>
        ctx.db.invoice.findMany({
          ...query,
          where: { organizationId: ctx.organizationId },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'InvoiceConnection' },
    { name: 'InvoiceEdge' },
  ),
);
