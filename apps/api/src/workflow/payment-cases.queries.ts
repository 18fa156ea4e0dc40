import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import type { ApiContext, TenantContext } from '../graphql/context.ts';
import { decodeId, readId } from '../graphql/ids.ts';
import { containing } from '../graphql/like.ts';
import { StepEnum } from '../graphql/step.type.ts';
import { casesAwaitingMoney } from './awaited-money.ts';
import { CaseStateEnum, PaymentStatusEnum } from './types/enums.ts';
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

const PaymentCaseFilter = builder.inputType('PaymentCaseFilter', {
  description: 'What is left out does not matter; what is given must all hold.',
  fields: (t) => ({
    state: t.field({ type: CaseStateEnum, required: false, description: 'Running, closed or canceled.' }),
    moneyStatus: t.field({
      type: [PaymentStatusEnum],
      required: false,
      description: 'Any of these published statuses.',
    }),
    step: t.field({ type: StepEnum, required: false, description: 'The open step.' }),
    customerId: t.id({ required: false, description: 'On whom the claim is.' }),
    dueFrom: t.field({ type: 'Date', required: false, description: 'Due on this day or later.' }),
    dueBefore: t.field({ type: 'Date', required: false, description: 'Due before this day.' }),
    awaitsMoney: t.boolean({
      required: false,
      description: 'Whether money is still to come; see amountAwaited.',
    }),
    search: t.string({
      required: false,
      description: 'Part of a number, reference, or name of the customer.',
    }),
    assignedTo: t.id({ required: false, description: 'Member who has an open task of it.' }),
    hasDiscrepancy: t.boolean({ required: false, description: 'Whether something does not agree.' }),
  }),
});

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

type Filter = typeof PaymentCaseFilter.$inferInput;

const searched = (search: string): Prisma.PaymentCaseWhereInput => {
  const contains = containing(search);
  return {
    OR: [
      { number: contains },
      { reference: contains },
      { externalRef: contains },
      { customer: { displayName: contains } },
      { customer: { number: contains } },
    ],
  };
};

const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

const awaiting = async (
  { db }: ApiContext,
  organizationId: string,
  awaits: boolean,
): Promise<Prisma.PaymentCaseWhereInput> => {
  const ids = [...(await casesAwaitingMoney(db, organizationId))];
  return { id: awaits ? { in: ids } : { notIn: ids } };
};

const whichCases = async (
  ctx: ApiContext,
  filter: Filter | null | undefined,
  organizationId = ctx.organizationId ?? '',
): Promise<Prisma.PaymentCaseWhereInput> => ({
  organizationId,
  AND: [
    filter?.state ? { state: filter.state } : {},
    filter?.moneyStatus ? { publishedStatus: { status: { in: [...filter.moneyStatus] } } } : {},
    filter?.step ? { steps: { some: { step: filter.step, state: 'OPEN' } } } : {},
    filter?.customerId ? { customerId: decodeId('Customer', filter.customerId) } : {},
    filter?.dueFrom ? { dueOn: { gte: dayOf(filter.dueFrom) } } : {},
    filter?.dueBefore ? { dueOn: { lt: dayOf(filter.dueBefore) } } : {},
    typeof filter?.awaitsMoney === 'boolean' ? await awaiting(ctx, organizationId, filter.awaitsMoney) : {},
    filter?.search?.trim() ? searched(filter.search.trim()) : {},
    filter?.assignedTo
      ? { tasks: { some: { assigneeId: decodeId('Member', filter.assignedTo), state: { not: 'DONE' } } } }
      : {},
    filter?.hasDiscrepancy === undefined || filter.hasDiscrepancy === null
      ? {}
      : { discrepancies: filter.hasDiscrepancy ? { some: { state: 'OPEN' } } : { none: { state: 'OPEN' } } },
  ],
});

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
