import { money } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { CaptureMode } from '@zahlwerk/domain/workflow/definition';
import { ActorType } from '../../graphql/actor.type.ts';
import { builder } from '../../graphql/builder.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { actorOf, currencyOf } from '../load/columns.ts';
import { CaptureModeEnum } from './enums.ts';

builder.prismaNode('Allocation', {
  description: 'A part of a payment given to a claim. It is never changed; a counter-entry takes it back.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payment:read' },
  select: { id: true, currency: true, amountMinor: true, createdByKind: true, createdById: true },
  fields: (t) => ({
    amount: t.field({
      type: MoneyType,
      description: 'How much; negative for a counter-entry.',
      resolve: ({ amountMinor, currency }) => money(amountMinor, currencyOf(currency)),
    }),
    payment: t.relation('payment', { description: 'The payment that it is a part of.' }),
    case: t.relation('paymentCase', { description: 'The case whose claim it was given to.' }),
    reverses: t.relation('reverses', { nullable: true, description: 'What a counter-entry takes back.' }),
    reversedBy: t.relation('reversedBy', {
      nullable: true,
      description: 'The counter-entry that has taken it back; null while it holds.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was taken back.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded.' }),
    createdBy: t.field({
      type: ActorType,
      description: 'Who recorded it.',
      resolve: ({ createdByKind, createdById }) => actorOf(createdByKind, createdById) ?? SYSTEM,
    }),
  }),
});

const WorkflowVersionStateEnum = builder.enumType('WorkflowVersionState', {
  description: 'Whether new cases run by a version of the workflow.',
  values: ['DRAFT', 'ACTIVE', 'RETIRED'] as const,
});

builder.prismaObject('WorkflowVersion', {
  description: 'One version of the workflow; a case keeps the one it started with.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts from 1.' }),
    state: t.expose('state', { type: WorkflowVersionStateEnum, description: 'Whether it is in force.' }),
    definition: t.expose('definition', {
      type: 'JSON',
      description: 'Policies, checklists, limits and deadlines.',
    }),
    capture: t.field({
      type: CaptureModeEnum,
      description: 'How the cards of its cases are collected.',
      select: { definition: true },
      resolve: ({ definition }) => (definition as { readonly capture?: CaptureMode }).capture ?? 'AUTOMATIC',
    }),
    activatedAt: t.expose('activatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it has been used.',
    }),
  }),
});
