import { money } from '@zahlwerk/domain/money/money';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { type AccountGap, loadGaps } from './statement-gaps.ts';

const GapKindEnum = builder.enumType('StatementGapKind', {
  description: 'How it is known that a statement is missing.',
  values: {
    BALANCE: {
      description: 'The later one does not begin with the balance that the earlier one ended with.',
    },
    SEQUENCE: { description: 'The balances agree, but a number between the two is missing.' },
  } as const,
});

const GapType = builder.objectRef<AccountGap>('StatementGap').implement({
  description:
    'Between two statements that were brought at least one is missing. It closes when that one is brought.',
  fields: (t) => ({
    kind: t.expose('kind', { type: GapKindEnum, description: 'How that is known.' }),
    iban: t.exposeString('iban', { description: 'The account.' }),
    closedOn: t.field({
      type: 'Date',
      description: 'Day on which the earlier statement ended.',
      resolve: ({ before }) => before.closingOn,
    }),
    closing: t.field({
      type: MoneyType,
      description: 'Balance that the earlier one ended with.',
      resolve: async ({ before, currency }, _args, { db, organizationId }) =>
        money(
          before.closingMinor,
          currency ? currencyOf(currency) : await homeCurrency(db, organizationId ?? ''),
        ),
    }),
    lastSequence: t.string({
      nullable: true,
      description: 'Number of the earlier one.',
      resolve: ({ before }) => before.sequence,
    }),
    nextClosedOn: t.field({
      type: 'Date',
      description: 'Day on which the later statement ended.',
      resolve: ({ after }) => after.closingOn,
    }),
    nextOpening: t.field({
      type: MoneyType,
      description: 'Balance that the later one begins with.',
      resolve: async ({ after, currency }, _args, { db, organizationId }) =>
        money(
          after.openingMinor,
          currency ? currencyOf(currency) : await homeCurrency(db, organizationId ?? ''),
        ),
    }),
    nextSequence: t.string({
      nullable: true,
      description: 'Number of the later one.',
      resolve: ({ after }) => after.sequence,
    }),
  }),
});

builder.queryField('statementGaps', (t) =>
  t.withAuth({ permission: 'bank:read' }).field({
    type: [GapType],
    description: 'Where day statements of the account are missing, the oldest first.',
    resolve: (_root, _args, { db, organizationId }) => loadGaps(db, organizationId),
  }),
);
