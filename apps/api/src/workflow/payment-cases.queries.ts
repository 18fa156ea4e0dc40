import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { readId } from '../graphql/ids.ts';
import { PaymentCaseFilter, whichCases } from './case-filter.ts';
import { PaymentCaseConnection } from './types/payment-case-lists.type.ts';

builder.queryField('paymentCase', (t) =>
  t.withAuth({ permission: 'case:read' }).prismaField({
    type: 'PaymentCase',
    nullable: true,
    description: 'One case by its id, its number, or the external reference of the calling integration.',
    args: {
      id: t.arg.id({ required: false, description: 'Its id.' }),
      number: t.arg.string({ required: false, description: 'Its number, such as ZV-2026-000042.' }),
      externalRef: t.arg.string({ required: false, description: "The partner's own number." }),
    },
    resolve: (query, _root, args, ctx) => {
      const where = whichCase({ id: args.id, number: args.number, externalRef: args.externalRef }, ctx);
      return where ? ctx.db.paymentCase.findFirst({ ...query, where }) : null;
    },
  }),
);

const whichCase = (
  { id, number, externalRef }: Readonly<Record<'id' | 'number' | 'externalRef', string | null | undefined>>,
  { organizationId, actor }: TenantContext,
): Prisma.PaymentCaseWhereInput | null => {
  if (id) {
    const key = readId('PaymentCase', id);
    return key ? { organizationId, id: key } : null;
  }
  if (number) return { organizationId, number };
  return externalRef && actor.kind === 'INTEGRATION'
    ? { organizationId, integrationId: actor.id, externalRef }
    : null;
};

const PaymentCaseOrderEnum = builder.enumType('PaymentCaseOrder', {
  description: 'Order of cases.',
  values: {
    NEWEST: { description: 'Started last first.' },
    DUE: { description: 'Due first.' },
    AMOUNT: { description: 'Largest first.' },
    UPDATED: { description: 'Changed last first.' },
  } as const,
});

const ORDER = {
  NEWEST: [{ createdAt: 'desc' }, { id: 'desc' }],
  DUE: [{ dueOn: 'asc' }, { id: 'asc' }],
  AMOUNT: [{ amountDueMinor: 'desc' }, { id: 'desc' }],
  UPDATED: [{ updatedAt: 'desc' }, { id: 'desc' }],
} as const satisfies Record<string, readonly Prisma.PaymentCaseOrderByWithRelationInput[]>;

builder.queryField('paymentCases', (t) =>
  t.prismaConnection(
    {
      type: 'PaymentCase',
      authScopes: { permission: 'case:read' },
      cursor: 'organizationId_id',
      description: 'The cases of the organization.',
      args: {
        filter: t.arg({ type: PaymentCaseFilter, required: false, description: 'Which cases.' }),
        orderBy: t.arg({
          type: PaymentCaseOrderEnum,
          defaultValue: 'NEWEST',
          description: 'In which order.',
        }),
      },
      totalCount: async (_root, { filter }, ctx) =>
        ctx.db.paymentCase.count({ where: await whichCases(ctx, filter) }),
      resolve: async (query, _root, { filter, orderBy }, ctx) =>
        ctx.db.paymentCase.findMany({
          ...query,
          where: await whichCases(ctx, filter),
          orderBy: [...ORDER[orderBy]],
        }),
    },
    PaymentCaseConnection,
  ),
);
