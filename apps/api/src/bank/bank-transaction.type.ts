import type { MatchFacts } from '@zahlwerk/domain/matching/match-facts';
import type { Match } from '@zahlwerk/domain/matching/match-movement';
import { money } from '@zahlwerk/domain/money/money';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { ReceiptOfferType, receiptOffers } from './other-receipt.type.ts';
import { matchOf } from './proposals.ts';

const DirectionEnum = builder.enumType('BankDirection', {
  description: 'Which way money has gone.',
  values: {
    CREDIT: { description: 'It came.' },
    DEBIT: { description: 'It went.' },
  } as const,
});

const StateEnum = builder.enumType('BankTransactionState', {
  description: 'What has become of a movement.',
  values: {
    MATCHED: {
      description: 'All of it is given to cases or booked to accounts, or it is a payout of the provider.',
    },
    PROPOSED: { description: 'Something of it is left, and there are cases that it may belong to.' },
    UNASSIGNED: { description: 'Something of it is left, and nothing is known of it.' },
    IGNORED: { description: 'A debit, a return or a reversal: nobody has paid with it.' },
  } as const,
});

const ReferenceKindEnum = builder.enumType('MatchReferenceKind', {
  description: 'What the payer has named.',
  values: {
    CASE_NUMBER: { description: 'The number of the case.' },
    INVOICE_NUMBER: { description: 'The number of an invoice.' },
    ORDER_REFERENCE: { description: 'What the customer calls the order.' },
  } as const,
});

const AmountFactEnum = builder.enumType('MatchAmount', {
  description: 'How what has come stands to what is open.',
  values: {
    EXACT: { description: 'To the cent.' },
    DISCOUNT: { description: 'What is open less a discount, in time.' },
    PARTIAL: { description: 'Less.' },
    OVER: { description: 'More.' },
    OTHER_CURRENCY: { description: 'Another currency.' },
  } as const,
});

const PayerFactEnum = builder.enumType('MatchPayer', {
  description: 'How well the payer is known as the customer.',
  values: {
    KNOWN_IBAN: { description: "From the customer's account." },
    SAME_NAME: { description: "In the customer's name." },
    SIMILAR_NAME: { description: 'In a similar name.' },
    OTHER: { description: 'In another name.' },
    NOT_TOLD: { description: 'The bank names nobody.' },
  } as const,
});

const Candidate = builder.objectRef<MatchFacts>('MatchCandidate').implement({
  description: 'A case that a credit may belong to, with what speaks for it and against it. Facts, no score.',
  fields: (t) => ({
    case: t.prismaField({
      type: 'PaymentCase',
      description: 'The case.',
      resolve: (query, { caseId: id }, _args, { db, organizationId }) =>
        db.paymentCase.findUniqueOrThrow({
          ...query,
          where: { organizationId_id: { organizationId: organizationId ?? '', id } },
        }),
    }),
    referenceKind: t.field({
      type: ReferenceKindEnum,
      nullable: true,
      description: 'What the payer has named it by; null where he has not.',
      resolve: ({ reference }) => reference?.kind ?? null,
    }),
    reference: t.string({
      nullable: true,
      description: 'The number that was found.',
      resolve: ({ reference }) => reference?.text ?? null,
    }),
    amount: t.expose('amount', { type: AmountFactEnum, description: 'How the amount fits.' }),
    difference: t.expose('difference', {
      type: MoneyType,
      nullable: true,
      description: 'What came beyond what is open, below zero for what lacks; null in another currency.',
    }),
    payer: t.expose('payer', { type: PayerFactEnum, description: 'How the payer fits.' }),
    daysLate: t.exposeInt('daysLate', { description: 'Days after the due day; below zero for early.' }),
  }),
});

/** What of a credit is given to nobody; a payout of the provider is nobody's payment. */
const restOf = ({ amountMinor, payments, receipts, payout }: Told): bigint =>
  payout
    ? 0n
    : [...payments, ...receipts.filter(({ state }) => state === 'BOOKED')].reduce(
        (rest, part) => rest - part.amountMinor,
        amountMinor,
      );

interface Told {
  readonly amountMinor: bigint;
  readonly payments: readonly { readonly amountMinor: bigint }[];
  readonly receipts: readonly { readonly amountMinor: bigint; readonly state: string }[];
  readonly payout: { readonly id: string } | null;
}

const stateOf = (rest: bigint, match: Match): typeof StateEnum.$inferType => {
  if (match.kind === 'NO_CREDIT') return 'IGNORED';
  if (rest === 0n) return 'MATCHED';
  return match.kind === 'UNKNOWN' ? 'UNASSIGNED' : 'PROPOSED';
};

export const BankTransactionNode = builder.prismaNode('BankTransaction', {
  description: 'One booked movement on the bank account with one counterparty, as the bank tells it.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'bank:read' },
  include: {
    payments: { where: { unassignedAt: null } },
    receipts: { orderBy: { id: 'asc' } },
    payout: { select: { id: true } },
  },
  fields: (t) => ({
    direction: t.expose('direction', { type: DirectionEnum, description: 'Which way it went.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much, always above zero.',
      resolve: ({ amountMinor, currency }) => money(amountMinor, currencyOf(currency)),
    }),
    unassigned: t.field({
      type: MoneyType,
      description: 'What of a credit is given to no case; zero for a debit.',
      resolve: (row) => money(row.direction === 'CREDIT' ? restOf(row) : 0n, currencyOf(row.currency)),
    }),
    state: t.field({
      type: StateEnum,
      description: 'What has become of it.',
      resolve: async (row, _args, ctx) => {
        const rest = restOf(row);
        if (row.direction === 'DEBIT') return 'IGNORED';
        return stateOf(rest, await matchOf(ctx, row, rest));
      },
    }),
    candidates: t.field({
      type: [Candidate],
      description: 'Cases that the rest of it may belong to, what is worth looking at first.',
      resolve: async (row, _args, ctx) => {
        const match = await matchOf(ctx, row, restOf(row));
        return match.kind === 'CERTAIN' || match.kind === 'POSSIBLE' ? match.candidates : [];
      },
    }),
    bookedOn: t.expose('bookedOn', { type: 'Date', description: 'Day on which the bank has booked it.' }),
    valueOn: t.expose('valueOn', { type: 'Date', description: 'Day from which it counts.' }),
    counterpartyName: t.exposeString('counterpartyName', {
      nullable: true,
      description: 'Who stands on the other side.',
    }),
    counterpartyIban: t.exposeString('counterpartyIban', {
      nullable: true,
      description: 'Account of the other side.',
    }),
    remittance: t.exposeString('remittance', { description: 'What the payer wrote.' }),
    endToEndId: t.exposeString('endToEndId', {
      nullable: true,
      description: 'Reference that went with the order.',
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: "The bank's code for money that came back.",
    }),
    payout: t.relation('payout', {
      nullable: true,
      description: 'The payout of the provider that it is; null for all other money.',
    }),
    receipts: t.relation('receipts', {
      description:
        'What of it is no customer’s payment: asked for, booked, refused and taken back, in this order.',
      query: { orderBy: { id: 'asc' } },
    }),
    receiptOffers: t.field({
      type: [ReceiptOfferType],
      description: 'The accounts that the rest of it can be booked to, if no customer has paid it.',
      resolve: (row, _args, ctx) =>
        receiptOffers(ctx, money(row.direction === 'CREDIT' ? restOf(row) : 0n, currencyOf(row.currency))),
    }),
    payments: t.relation('payments', {
      description: 'What of it was given to cases, and has not come back from there.',
      query: { where: { unassignedAt: null } },
    }),
  }),
});
