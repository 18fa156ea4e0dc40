import { money } from '@zahlwerk/domain/money/money';
import { PAYMENT_STATUSES } from '@zahlwerk/domain/workflow/money-track';
import { ATTEMPT_STATES } from '@zahlwerk/domain/workflow/payment-case';
import { RESOLUTIONS } from '@zahlwerk/domain/workflow/resolutions';
import { builder } from '../../graphql/builder.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { EventInterface } from '../../live/event.type.ts';
import { oneOf, placeOf, type Told, textOf, told } from '../../live/event-data.ts';
import { currencyOf } from '../load/columns.ts';
import { CasePaymentType } from './amounts.type.ts';
import { caseOf } from './case-loader.ts';
import { AttemptStateEnum, PaymentStatusEnum, ResolutionEnum } from './enums.ts';
import { receivedPayments } from './received-payments.ts';

const minorOf = (event: Told): bigint => BigInt(told(textOf(event, 'minor') ?? textOf(event, 'allocate')));

builder.prismaObject('Event', {
  variant: 'MoneyEvent',
  interfaces: [EventInterface],
  description:
    'Money has arrived, or lies at the provider as a part of it, was matched with the claim, recorded for it, or a rest was given up.',
  fields: (t) => ({
    amount: t.field({
      type: MoneyType,
      description: 'How much: what came, goes to the claim, or is given up.',
      select: { paymentCase: { select: { currency: true } } },
      resolve: (event) => money(minorOf(event), currencyOf(told(event.paymentCase).currency)),
    }),
    resolution: t.field({
      type: ResolutionEnum,
      nullable: true,
      description: 'How it was matched with the claim.',
      resolve: (event) => oneOf(event, 'outcome', RESOLUTIONS),
    }),
    payment: t.field({
      type: CasePaymentType,
      nullable: true,
      authScopes: { permission: 'payment:read' },
      description: 'The payment, as it stands now; null where no payment is concerned.',
      resolve: async (event, _args, ctx) => {
        const id = textOf(event, 'paymentId');
        if (id === null || event.caseId === null) return null;
        const received = receivedPayments(await caseOf(ctx, event.caseId), ctx.actor);
        return received.find(({ payment }) => payment.id === id) ?? null;
      },
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'StatusEvent',
  interfaces: [EventInterface],
  description: 'The published status follows the evidence.',
  fields: (t) => ({
    statusBefore: t.field({
      type: PaymentStatusEnum,
      nullable: true,
      description: 'The status before; null for the first.',
      resolve: (event) => oneOf(event, 'from', PAYMENT_STATUSES),
    }),
    status: t.field({
      type: PaymentStatusEnum,
      description: 'The status since.',
      resolve: (event) => told(oneOf(event, 'to', PAYMENT_STATUSES)),
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'AttemptEvent',
  interfaces: [EventInterface],
  description: 'A try to collect was started, has moved on or has failed.',
  fields: (t) => ({
    attempt: t.prismaField({
      type: 'PaymentAttempt',
      nullable: true,
      authScopes: { permission: 'payment:read' },
      description: 'The attempt, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'attemptId');
        return where && db.paymentAttempt.findUnique({ ...query, where });
      },
    }),
    stateBefore: t.field({
      type: AttemptStateEnum,
      nullable: true,
      description: 'Its state before; null unless it has moved on.',
      resolve: (event) => oneOf(event, 'from', ATTEMPT_STATES),
    }),
    state: t.field({
      type: AttemptStateEnum,
      nullable: true,
      description: 'Its state since; null unless it has moved on.',
      resolve: (event) => oneOf(event, 'to', ATTEMPT_STATES),
    }),
    failureCode: t.string({
      nullable: true,
      description: "The provider's decline or error code; null unless it has failed.",
      resolve: (event) => textOf(event, 'code'),
    }),
  }),
});
