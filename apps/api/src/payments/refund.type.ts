import { money } from '@zahlwerk/domain/money/money';
import { mostRefundable, REFUND_EFFECTS } from '@zahlwerk/domain/payments/refundable';
import { refundableAlone } from '@zahlwerk/domain/payments/request-refund';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { CasePayment, PaymentCase, RefundEffect } from '@zahlwerk/domain/workflow/payment-case';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { actorOf, currencyOf } from '../workflow/load/columns.ts';
import { caseOf } from '../workflow/types/case-loader.ts';

export const RefundEffectEnum = builder.enumType('RefundEffect', {
  description: 'What a refund does to the claim.',
  values: REFUND_EFFECTS,
});

const RefundStateEnum = builder.enumType('RefundState', {
  description: 'Where a refund stands. UNKNOWN is healed by asking the provider again.',
  values: ['REQUESTED', 'APPROVED', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED', 'REFUSED'] as const,
});

builder.prismaNode('Refund', {
  description: 'Money that goes back to the customer.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payment:read' },
  select: {
    id: true,
    currency: true,
    amountMinor: true,
    approvalId: true,
    requestedByKind: true,
    requestedById: true,
    paymentId: true,
  },
  fields: (t) => ({
    state: t.expose('state', { type: RefundStateEnum, description: 'Where it stands.' }),
    effect: t.expose('effect', { type: RefundEffectEnum, description: 'What it does to the claim.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (row) => money(row.amountMinor, currencyOf(row.currency)),
    }),
    paymentId: t.id({
      description: 'The payment that it gives back.',
      resolve: ({ paymentId }) => encodeId('Payment', paymentId),
    }),
    approvalId: t.id({
      nullable: true,
      description: 'The consent of a second person, for decideApproval; null below the limit.',
      resolve: ({ approvalId }) => (approvalId ? encodeId('Approval', approvalId) : null),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    transferReference: t.exposeString('transferReference', {
      nullable: true,
      description: 'What the bank statement calls it, when a person has transferred it.',
    }),
    failureCode: t.exposeString('failureCode', { nullable: true, description: "The provider's code." }),
    failureMessage: t.exposeString('failureMessage', {
      nullable: true,
      description: "The provider's own words.",
    }),
    requestedBy: t.field({
      type: ActorType,
      description: 'Who asked for it.',
      resolve: ({ requestedByKind, requestedById }) => actorOf(requestedByKind, requestedById) ?? SYSTEM,
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    succeededAt: t.expose('succeededAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the money had gone; it stays when a bank sends it back later.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it succeeded, failed or was refused.',
    }),
  }),
});

interface RefundOffer {
  readonly state: PaymentCase;
  readonly payment: CasePayment;
  readonly effect: RefundEffect;
}

const RefundOfferType = builder.objectRef<RefundOffer>('RefundOffer').implement({
  description: 'A refund that a payment allows now, with its effect before anybody clicks.',
  fields: (t) => ({
    paymentId: t.id({
      description: 'The payment, for requestRefund.',
      resolve: ({ payment }) => encodeId('Payment', payment.id),
    }),
    effect: t.field({
      type: RefundEffectEnum,
      description: 'What it does to the claim.',
      resolve: ({ effect }) => effect,
    }),
    most: t.field({
      type: MoneyType,
      description: 'How much at most.',
      resolve: ({ state, payment, effect }) => mostRefundable(state, payment, effect),
    }),
    aloneUpTo: t.field({
      type: MoneyType,
      description:
        'Above this a second person has to agree: the limit of the workflow less what has gone back without one.',
      resolve: ({ state }) => refundableAlone(state),
    }),
    byHand: t.boolean({
      description: 'Whether a person has to transfer it, because the money did not come over the provider.',
      resolve: ({ payment }) => payment.source !== 'PROVIDER',
    }),
  }),
});

builder.prismaObjectField('PaymentCase', 'refunds', (t) =>
  t.relation('refunds', {
    description: 'Money that has gone back or is asked to, oldest first.',
    query: { orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] },
  }),
);

builder.prismaObjectField('PaymentCase', 'refundOffers', (t) =>
  t.field({
    type: [RefundOfferType],
    description: 'What can be refunded now, by payment and effect.',
    resolve: async (row, _args, ctx) => {
      const state = await caseOf(ctx, row.id);
      return state.payments
        .flatMap((payment) => REFUND_EFFECTS.map((effect) => ({ state, payment, effect })))
        .filter((offer) => mostRefundable(offer.state, offer.payment, offer.effect).minor > 0n);
    },
  }),
);
