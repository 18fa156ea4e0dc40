import {
  type AccountStatement,
  type OpenItem,
  STATEMENT_REASONS,
  type StatementRow,
} from '@zahlwerk/domain/customers/account-statement';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { periodSchema } from '../server/period.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { type LoadedStatement, loadAccountStatement } from './load-account-statement.ts';

const StatementReasonEnum = builder.enumType('StatementReason', {
  description: 'Why the account of a customer moves.',
  values: STATEMENT_REASONS,
});

const StatementRowType = builder.objectRef<StatementRow>('AccountStatementRow').implement({
  description: 'One movement of the account of a customer.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'Day of posting.' }),
    reason: t.expose('reason', { type: StatementReasonEnum, description: 'Why.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'Number of the document or of the case that it is about.',
    }),
    debit: t.expose('debit', {
      type: MoneyType,
      nullable: true,
      description: 'What is owed more; null where it is a credit.',
    }),
    credit: t.expose('credit', {
      type: MoneyType,
      nullable: true,
      description: 'What is owed less; null where it is a debit.',
    }),
    balance: t.expose('balance', {
      type: MoneyType,
      description: 'What is owed after it; below zero it is credit of the customer.',
    }),
  }),
});

const OpenItemType = builder.objectRef<OpenItem>('OpenItem').implement({
  description: 'A claim of which something is left to pay.',
  fields: (t) => ({
    caseNumber: t.exposeString('caseNumber', { description: 'The payment reference.' }),
    invoiceNumber: t.exposeString('invoiceNumber', {
      nullable: true,
      description: 'Of the effective document; null while there is none.',
    }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day on which it is due.' }),
    open: t.expose('open', { type: MoneyType, description: 'What is left to pay.' }),
  }),
});

const amount =
  (pick: (statement: AccountStatement) => AccountStatement['opening']) =>
  ({ statement }: LoadedStatement) =>
    pick(statement);

const AccountStatementType = builder.objectRef<LoadedStatement>('AccountStatement').implement({
  description: "A customer's account over some days, from the lines of the journal; in the home currency.",
  fields: (t) => ({
    opening: t.field({
      type: MoneyType,
      description: 'What was owed before the first day.',
      resolve: amount(({ opening }) => opening),
    }),
    rows: t.field({
      type: [StatementRowType],
      description: 'Every movement, oldest first. What only goes from credit to a claim is none.',
      resolve: ({ statement }) => statement.rows,
    }),
    debits: t.field({
      type: MoneyType,
      description: 'Sum of the debits.',
      resolve: amount(({ debits }) => debits),
    }),
    credits: t.field({
      type: MoneyType,
      description: 'Sum of the credits.',
      resolve: amount(({ credits }) => credits),
    }),
    closing: t.field({
      type: MoneyType,
      description: 'What is owed after the last day; below zero it is credit of the customer.',
      resolve: amount(({ closing }) => closing),
    }),
    openItems: t.field({
      type: [OpenItemType],
      description: 'What is open today, oldest first.',
      resolve: ({ openItems }) => openItems,
    }),
  }),
});

builder.prismaObjectField('Customer', 'statement', (t) =>
  t.field({
    type: AccountStatementType,
    nullable: true,
    description:
      'The account from one day to another, both included; null where they are in the wrong order or more than a year.',
    args: {
      from: t.arg({ type: 'Date', description: 'First day.' }),
      until: t.arg({ type: 'Date', description: 'Last day.' }),
    },
    resolve: async ({ organizationId, id: customerId }, period, { db }) => {
      if (!periodSchema.safeParse(period).success) return null;
      const { currency } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
      return loadAccountStatement(db, { organizationId, customerId, currency: currencyOf(currency) }, period);
    },
  }),
);
