import { money, notBelowZero } from '@zahlwerk/domain/money/money';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { PaymentSourceEnum } from '../workflow/types/amounts.type.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';

const sum = (rows: readonly { readonly amountMinor: bigint }[]): bigint =>
  rows.reduce((total, { amountMinor }) => total + amountMinor, 0n);

builder.prismaNode('Payment', {
  description: 'Money that has arrived on an account of the business. It has no state: it is money.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payment:read' },
  select: { organizationId: true, id: true, currency: true, amountMinor: true },
  fields: (t) => ({
    source: t.expose('source', { type: PaymentSourceEnum, description: 'What proves it.' }),
    method: t.expose('methodType', {
      type: PaymentMethodTypeEnum,
      nullable: true,
      description: 'How it came; null where nobody said so.',
    }),
    amount: t.field({
      type: MoneyType,
      description: 'What arrived.',
      resolve: ({ amountMinor, currency }) => money(amountMinor, currencyOf(currency)),
    }),
    unassigned: t.field({
      type: MoneyType,
      description:
        'What of it is given to no claim; refunds, and what a bank has taken or holds back, are taken off.',
      select: {
        allocations: { select: { amountMinor: true } },
        refunds: { where: { state: 'SUCCEEDED' }, select: { amountMinor: true } },
        disputes: {
          where: { withdrawnAt: { not: null }, reinstatedAt: null },
          select: { amountMinor: true },
        },
      },
      resolve: ({ amountMinor, currency, allocations, refunds, disputes }) =>
        notBelowZero(
          money(amountMinor - sum(allocations) - sum(refunds) - sum(disputes), currencyOf(currency)),
        ),
    }),
    bookedAt: t.expose('bookedAt', { type: 'DateTime', description: 'When it was booked here.' }),
    valueOn: t.expose('valueOn', { type: 'Date', description: 'Day on which it was credited.' }),
    reference: t.exposeString('reference', { nullable: true, description: 'What stands beside it.' }),
    payer: t.exposeString('payer', {
      nullable: true,
      description: 'Who paid, as the institution names them.',
    }),
    evidence: t.exposeString('evidence', { description: 'The proof in short.' }),
    providerRef: t.string({
      nullable: true,
      description: "The provider's id of it; null for all other money.",
      select: { source: true, sourceRef: true },
      resolve: ({ source, sourceRef }) => (source === 'PROVIDER' ? sourceRef : null),
    }),
    payerIban: t.exposeString('payerIban', { nullable: true, description: 'Account that it came from.' }),
    unassignedAt: t.expose('unassignedAt', {
      type: 'DateTime',
      nullable: true,
      description: "When it was given back to the pool; since then it is nobody's payment.",
    }),
    allocations: t.relation('allocations', {
      description: 'What of it was given to claims, counter-entries included, oldest first.',
      query: { orderBy: { createdAt: 'asc' } },
    }),
    refunds: t.relation('refunds', {
      description: 'What of it went back, or is to.',
      query: { orderBy: { requestedAt: 'asc' } },
    }),
    bankTransaction: t.relation('bankTransaction', {
      nullable: true,
      authScopes: { permission: 'bank:read' },
      description: 'The movement on the bank account that it is a part of.',
    }),
    payouts: t.prismaField({
      type: ['Payout'],
      authScopes: { permission: 'payout:read' },
      description: "The provider's payouts that it is in.",
      resolve: (query, { organizationId, id }, _args, { db }) =>
        db.payout.findMany({
          ...query,
          where: { organizationId, items: { some: { paymentId: id } } },
          orderBy: { id: 'asc' },
        }),
    }),
    case: t.relation('paymentCase', { nullable: true, description: 'The case that it arrived for.' }),
    customer: t.relation('customer', {
      nullable: true,
      description: 'Whose money it is; null for an unknown payer.',
    }),
  }),
});
