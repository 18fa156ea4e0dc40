import { builder } from '../graphql/builder.ts';
import { InvoiceFilter, whichInvoices } from './invoice-filter.ts';

builder.queryField('invoices', (t) =>
  t.withAuth({ permission: 'invoice:read' }).prismaConnection(
    {
      type: 'Invoice',
      cursor: 'organizationId_id',
      description: 'Issued documents, newest first.',
      args: { filter: t.arg({ type: InvoiceFilter, required: false, description: 'Which invoices.' }) },
      totalCount: async (_root, { filter }, ctx) =>
        ctx.db.invoice.count({ where: await whichInvoices(ctx, ctx.organizationId ?? '', filter) }),
      resolve: async (query, _root, { filter }, ctx) =>
        ctx.db.invoice.findMany({
          ...query,
          where: await whichInvoices(ctx, ctx.organizationId, filter),
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'InvoiceConnection' },
    { name: 'InvoiceEdge' },
  ),
);
