import type { Dispute } from '@zahlwerk/db/generated/client';
import { money } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { actorOf, currencyOf } from '../workflow/load/columns.ts';

const DisputeKindEnum = builder.enumType('DisputeKind', {
  description: 'Whether there is anything to decide.',
  values: ['CARD', 'DEBIT_RETURN'] as const,
});

const DisputeStateEnum = builder.enumType('DisputeState', {
  description: 'Where a dispute stands; what a bank has decided sticks.',
  values: ['OPEN', 'WON', 'LOST'] as const,
});

const ResponseKindEnum = builder.enumType('DisputeResponseKind', {
  description: 'What the business says to a dispute.',
  values: ['EVIDENCE', 'ACCEPTANCE'] as const,
});

const ResponseStateEnum = builder.enumType('DisputeResponseState', {
  description: 'What has become of an answer.',
  values: ['RECORDED', 'SENT', 'FAILED'] as const,
});

type Responded = Dispute & {
  readonly responseKind: NonNullable<Dispute['responseKind']>;
  readonly responseState: NonNullable<Dispute['responseState']>;
  readonly responseAt: NonNullable<Dispute['responseAt']>;
};

const isResponded = (row: Dispute): row is Responded =>
  row.responseKind !== null && row.responseState !== null && row.responseAt !== null;

const DisputeResponseType = builder.objectRef<Responded>('DisputeResponse').implement({
  description: 'The one answer to a dispute that the bank takes.',
  fields: (t) => ({
    kind: t.expose('responseKind', { type: ResponseKindEnum, description: 'What it says.' }),
    state: t.expose('responseState', { type: ResponseStateEnum, description: 'What has become of it.' }),
    statement: t.exposeString('responseText', { nullable: true, description: 'In its own words.' }),
    by: t.field({
      type: ActorType,
      description: 'Who gave it.',
      resolve: ({ responseByKind, responseById }) => actorOf(responseByKind, responseById) ?? SYSTEM,
    }),
    at: t.expose('responseAt', { type: 'DateTime', description: 'When it was given.' }),
    failureCode: t.exposeString('responseFailureCode', {
      nullable: true,
      description: "The provider's code; null unless it was refused.",
    }),
    failureMessage: t.exposeString('responseFailureMessage', {
      nullable: true,
      description: "The provider's own words.",
    }),
  }),
});

builder.prismaNode('Dispute', {
  description: 'A payment that the customer or their bank takes back, or wants to.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payment:read' },
  fields: (t) => ({
    kind: t.expose('kind', { type: DisputeKindEnum, description: 'A dispute, or a debit that came back.' }),
    state: t.expose('state', { type: DisputeStateEnum, description: 'Where it stands.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much of the payment.',
      resolve: ({ amountMinor, currency }) => money(amountMinor, currencyOf(currency)),
    }),
    fee: t.field({
      type: MoneyType,
      description: 'What the provider keeps for it; nothing of what it has given back.',
      resolve: ({ feeMinor, currency }) => money(feeMinor, currencyOf(currency)),
    }),
    paymentId: t.id({
      description: 'The payment that it takes back.',
      resolve: ({ paymentId }) => encodeId('Payment', paymentId),
    }),
    reason: t.exposeString('reason', { description: "The bank's reason, as the provider codes it." }),
    dueBy: t.expose('dueBy', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the bank takes an answer; null where it takes none.',
    }),
    needsResponse: t.exposeBoolean('needsResponse', {
      description: 'Whether the bank waits for the business.',
    }),
    isInquiry: t.boolean({
      description: 'Whether the bank has only asked so far: no money has moved.',
      resolve: ({ withdrawnAt }) => withdrawnAt === null,
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was heard of.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the money had left the balance.',
    }),
    reinstatedAt: t.expose('reinstatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was back again, after the dispute was won.',
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    response: t.field({
      type: DisputeResponseType,
      nullable: true,
      description: 'The answer of the business; null while nobody has given one.',
      resolve: (row) => (isResponded(row) ? row : null),
    }),
  }),
});

const OLDEST_FIRST = [{ openedAt: 'asc' }, { id: 'asc' }] as const;

builder.prismaObjectField('PaymentCase', 'disputes', (t) =>
  t.relation('disputes', {
    description: 'Payments that are disputed or have come back, oldest first.',
    query: { orderBy: [...OLDEST_FIRST] },
  }),
);

builder.prismaObjectField('Payment', 'disputes', (t) =>
  t.relation('disputes', {
    description: 'What was disputed of it or has come back, oldest first.',
    query: { orderBy: [...OLDEST_FIRST] },
  }),
);
