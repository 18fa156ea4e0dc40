import { hasDefaultNumber } from '@zahlwerk/domain/ledger/chart';
import { type OriginKind, originOf } from '@zahlwerk/domain/ledger/origin';
import { money } from '@zahlwerk/domain/money/money';
import { builder } from '../graphql/builder.ts';
import { isUuid } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { balancesOf } from './account-totals.ts';
import { paymentIdOf } from './payment-of-entry.ts';

const LedgerAccountTypeEnum = builder.enumType('LedgerAccountType', {
  description: 'What kind of account it is.',
  values: ['ASSET', 'LIABILITY', 'INCOME', 'EXPENSE', 'CONTRA'] as const,
});

builder.prismaNode('LedgerAccount', {
  description: 'An account of the chart.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'ledger:read' },
  select: { organizationId: true, id: true, nameDe: true, nameEn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What Zahlwerk uses it for, such as RECEIVABLE.' }),
    number: t.exposeString('number', { description: "Number in the business's chart." }),
    type: t.expose('type', {
      type: LedgerAccountTypeEnum,
      description: 'On which side of the books it stands.',
    }),
    name: t.string({
      description: "Name in the caller's language.",
      resolve: ({ nameDe, nameEn }, _args, { language }) => (language === 'de' ? nameDe : nameEn),
    }),
    nameDe: t.exposeString('nameDe', { description: 'Its German name.' }),
    nameEn: t.exposeString('nameEn', { description: 'Its English name.' }),
    hasDefaultNumber: t.boolean({
      description: 'Whether its number is the one of the chart; false where somebody has chosen it.',
      select: { key: true, number: true, organization: { select: { chartOfAccounts: true } } },
      resolve: ({ organization, ...account }) => hasDefaultNumber(account, organization.chartOfAccounts),
    }),
    balances: t.field({
      type: [MoneyType],
      description: 'Sum of all lines per currency; positive is debit.',
      resolve: async ({ id }, _args, ctx) =>
        (await balancesOf(ctx, id)).map(({ minor, currency }) => money(minor, currencyOf(currency))),
    }),
  }),
});

builder.prismaObject('JournalLine', {
  description: 'One side of an entry.',
  select: { currency: true, amountMinor: true },
  fields: (t) => ({
    account: t.relation('account', { description: 'Which account.' }),
    amount: t.field({
      type: MoneyType,
      description: 'Positive is debit, negative is credit.',
      resolve: ({ currency, amountMinor }) => money(amountMinor, currencyOf(currency)),
    }),
  }),
});

const JournalPurposeEnum = builder.enumType('JournalPurpose', {
  description: 'What has been posted.',
  values: [
    'INVOICE',
    'STATEMENT',
    'STORNO',
    'PAYMENT',
    'ALLOCATION',
    'ADJUSTMENT',
    'FEE',
    'REFUND',
    'DISPUTE',
    'PAYOUT',
  ] as const,
});

builder.prismaNode('JournalEntry', {
  description: 'A balanced posting. It is never changed; corrections are counter-entries.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'ledger:read' },
  fields: (t) => ({
    source: t.exposeString('source', { description: 'What was posted, such as payment:<id>.' }),
    purpose: t.expose('purpose', { type: JournalPurposeEnum, description: 'What for.' }),
    postedOn: t.expose('postedOn', { type: 'Date', description: 'Day of the posting.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    lines: t.relation('lines', {
      description: 'Its sides; their sum is zero.',
      query: { orderBy: { position: 'asc' } },
    }),
    case: t.relation('paymentCase', { nullable: true, description: 'The case it belongs to.' }),
    invoice: t.prismaField({
      type: 'Invoice',
      nullable: true,
      authScopes: { permission: 'invoice:read' },
      description: 'The document that it posts.',
      resolve: (query, { organizationId, source }, _args, { db }) => {
        const id = originId(source, 'INVOICE');
        return id
          ? db.invoice.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null;
      },
    }),
    payment: t.prismaField({
      type: 'Payment',
      nullable: true,
      authScopes: { permission: 'payment:read' },
      description: 'The money that it is about: its arrival, a fee of it, or what was done with it.',
      resolve: async (query, { organizationId, source }, _args, ctx) => {
        const origin = originOf(source);
        const id = origin ? await paymentIdOf(ctx, organizationId, origin) : null;
        return id
          ? ctx.db.payment.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null;
      },
    }),
    payout: t.prismaField({
      type: 'Payout',
      nullable: true,
      authScopes: { permission: 'payout:read' },
      description: 'The payout that it posts, or takes back.',
      resolve: (query, { organizationId, source }, _args, { db }) => {
        const id = originId(source, 'PAYOUT');
        return id
          ? db.payout.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null;
      },
    }),
    bankTransaction: t.prismaField({
      type: 'BankTransaction',
      nullable: true,
      authScopes: { permission: 'bank:read' },
      description: 'The line of the bank statement that it posts, or books to an account.',
      resolve: async (query, { organizationId, source }, _args, { db }) => {
        const receiptId = originId(source, 'OTHER_RECEIPT');
        const receipt = receiptId
          ? await db.otherReceipt.findUnique({
              where: { organizationId_id: { organizationId, id: receiptId } },
              select: { bankTransactionId: true },
            })
          : null;
        const id = receipt?.bankTransactionId ?? originId(source, 'BANK_TRANSACTION');
        return id
          ? db.bankTransaction.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null;
      },
    }),
  }),
});

/** The id that the source of an entry names, when it is of this kind. */
const originId = (source: string, kind: OriginKind): string | null => {
  const origin = originOf(source);
  return origin?.kind === kind && isUuid(origin.id) ? origin.id : null;
};
