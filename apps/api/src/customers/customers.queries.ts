import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import { readId } from '../graphql/ids.ts';
import { containing } from '../graphql/like.ts';

builder.queryField('customer', (t) =>
  t.withAuth({ permission: 'customer:read' }).prismaField({
    type: 'Customer',
    nullable: true,
    description: 'One customer.',
    args: { id: t.arg.id({ description: 'Which one.' }) },
    resolve: (query, _root, { id }, ctx) => {
      const key = readId('Customer', id);
      return key
        ? ctx.db.customer.findFirst({ ...query, where: { organizationId: ctx.organizationId, id: key } })
        : null;
    },
  }),
);

const whichCustomers = (
  organizationId: string,
  search: string | null | undefined,
): Prisma.CustomerWhereInput => {
  if (!search?.trim()) return { organizationId };
  const contains = containing(search);
  return {
    organizationId,
    OR: [
      { number: contains },
      { displayName: contains },
      { email: contains },
      { iban: contains },
      { city: contains },
    ],
  };
};

builder.queryField('customers', (t) =>
  t.withAuth({ permission: 'customer:read' }).prismaConnection(
    {
      type: 'Customer',
      cursor: 'organizationId_id',
      description: 'The customers of the organization, newest first.',
      args: {
        search: t.arg.string({
          required: false,
          description: 'Part of number, name, mail address, IBAN or city.',
        }),
      },
      totalCount: (_root, { search }, ctx) =>
        ctx.db.customer.count({ where: whichCustomers(ctx.organizationId ?? '', search) }),
      resolve: (query, _root, { search }, ctx) =>
        ctx.db.customer.findMany({
          ...query,
          where: whichCustomers(ctx.organizationId, search),
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'CustomerConnection' },
    { name: 'CustomerEdge' },
  ),
);
