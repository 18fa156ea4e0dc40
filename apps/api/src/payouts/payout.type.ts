import { money } from '@zahlwerk/domain/money/money';
import { refuseRelease } from '@zahlwerk/domain/payouts/payout-rules';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { ObstacleType } from '../graphql/obstacle.type.ts';
import { PayoutModeEnum } from '../organizations/organization.type.ts';
import { actorOf, currencyOf } from '../workflow/load/columns.ts';
import { loadPayoutDesk } from './released-money.ts';

const PayoutStateEnum = builder.enumType('PayoutState', {
  description:
    'PROPOSED waits for a second member; RELEASED and SENT are on their way; PAID has arrived; FAILED came back.',
  values: ['PROPOSED', 'RELEASED', 'SENT', 'PAID', 'FAILED'] as const,
});

const PayoutItemKindEnum = builder.enumType('PayoutItemKind', {
  description: 'What adds to a payout or takes from it.',
  values: ['PAYMENT', 'REFUND', 'DISPUTE', 'FEE', 'OTHER'] as const,
});

builder.prismaObject('PayoutItem', {
  description: 'What a payout consists of.',
  select: { currency: true, grossMinor: true, feeMinor: true, netMinor: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: PayoutItemKindEnum, description: 'What it is.' }),
    description: t.exposeString('description', { nullable: true, description: "The provider's words." }),
    gross: t.field({
      type: MoneyType,
      description: 'Before the fee.',
      resolve: (row) => money(row.grossMinor, currencyOf(row.currency)),
    }),
    fee: t.field({
      type: MoneyType,
      description: 'The fee.',
      resolve: (row) => money(row.feeMinor, currencyOf(row.currency)),
    }),
    net: t.field({
      type: MoneyType,
      description: 'What it adds to the payout.',
      resolve: (row) => money(row.netMinor, currencyOf(row.currency)),
    }),
    case: t.relation('paymentCase', { nullable: true, description: 'The case whose money it is.' }),
  }),
});

builder.prismaNode('Payout', {
  description: "Money on its way from the provider's balance to the bank, explained to the cent.",
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payout:read' },
  select: { id: true, currency: true, grossMinor: true, feeMinor: true, netMinor: true },
  fields: (t) => ({
    number: t.exposeString('number', { description: 'AZ-2026-0042.' }),
    state: t.expose('state', { type: PayoutStateEnum, description: 'Where it stands.' }),
    mode: t.expose('mode', { type: PayoutModeEnum, description: 'What has sent it on its way.' }),
    gross: t.field({
      type: MoneyType,
      description: 'Before fees.',
      resolve: (row) => money(row.grossMinor, currencyOf(row.currency)),
    }),
    fee: t.field({
      type: MoneyType,
      description: 'The fees.',
      resolve: (row) => money(row.feeMinor, currencyOf(row.currency)),
    }),
    net: t.field({
      type: MoneyType,
      description: 'What arrives.',
      resolve: (row) => money(row.netMinor, currencyOf(row.currency)),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When it became known here.' }),
    arrivalOn: t.expose('arrivalOn', {
      type: 'Date',
      nullable: true,
      description: 'Day on which it should arrive.',
    }),
    paidAt: t.expose('paidAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was reported as arrived.',
    }),
    bankedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day on which the bank has booked it; null while no statement has shown it.',
      select: { bankTransaction: { select: { bookedOn: true } } },
      resolve: ({ bankTransaction }) => bankTransaction?.bookedOn ?? null,
    }),
    failureCode: t.exposeString('failureCode', {
      nullable: true,
      description: "The provider's code for why it came back or was not taken.",
    }),
    failureMessage: t.exposeString('failureMessage', {
      nullable: true,
      description: "Why it came back or was not taken, in the provider's words.",
    }),
    proposedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who collected it; the machine where the provider pays out on its schedule.',
      select: { proposedByKind: true, proposedById: true },
      resolve: ({ proposedByKind, proposedById }) => actorOf(proposedByKind, proposedById),
    }),
    releasedBy: t.relation('releasedBy', { nullable: true, description: 'Who released it by hand.' }),
    releasedAt: t.expose('releasedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was released by hand.',
    }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the provider took it.',
    }),
    releaseObstacle: t.field({
      type: ObstacleType,
      nullable: true,
      description: 'Why the caller cannot release it, and who can; null when the caller can.',
      select: { state: true, proposedById: true },
      resolve: async (payout, _args, { db, organizationId, actor }) => {
        const { members } = await loadPayoutDesk(db, organizationId ?? '');
        return refuseRelease(payout, members, actor?.id ?? '');
      },
    }),
    items: t.relation('items', { description: 'What it consists of.' }),
  }),
});

builder.queryField('payouts', (t) =>
  t.withAuth({ permission: 'payout:read' }).prismaConnection(
    {
      type: 'Payout',
      cursor: 'organizationId_id',
      description: 'Payouts, newest first.',
      totalCount: (_root, _args, { db, organizationId }) =>
        db.payout.count({ where: { organizationId: organizationId ?? '' } }),
      resolve: (query, _root, _args, ctx) =>
        ctx.db.payout.findMany({
          ...query,
          where: { organizationId: ctx.organizationId },
          orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'PayoutConnection' },
    { name: 'PayoutEdge' },
  ),
);
