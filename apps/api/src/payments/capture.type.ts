import { money } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { actorOf, currencyOf } from '../workflow/load/columns.ts';

const CaptureStateEnum = builder.enumType('CaptureState', {
  description: 'Where a capture stands. UNKNOWN is healed by asking the provider again.',
  values: ['RECORDED', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED'] as const,
});

builder.prismaNode('Capture', {
  description: 'The decision to collect a reserved amount, or part of it.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payment:read' },
  select: { id: true, currency: true, amountMinor: true, requestedByKind: true, requestedById: true },
  fields: (t) => ({
    state: t.expose('state', { type: CaptureStateEnum, description: 'Where it stands.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much is collected; the rest of what is reserved is given back.',
      resolve: (row) => money(row.amountMinor, currencyOf(row.currency)),
    }),
    failureCode: t.exposeString('failureCode', { nullable: true, description: "The provider's code." }),
    failureMessage: t.exposeString('failureMessage', {
      nullable: true,
      description: "The provider's own words.",
    }),
    requestedBy: t.field({
      type: ActorType,
      description: 'Who decided it.',
      resolve: ({ requestedByKind, requestedById }) => actorOf(requestedByKind, requestedById) ?? SYSTEM,
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was decided.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its money had come, or it was clear that none will.',
    }),
  }),
});

builder.prismaObjectField('PaymentCase', 'captures', (t) =>
  t.relation('captures', {
    description: 'Decisions to collect what was reserved, oldest first.',
    query: { orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] },
  }),
);
