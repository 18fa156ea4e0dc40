import type { JournalEntry } from '@zahlwerk/db/generated/client';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { GraphQLError } from 'graphql';
import { builder } from '../graphql/builder.ts';
import { isUuid } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { currenciesOf, type SheetOf, type SheetTotals } from './account-totals.ts';
import { oncePerPage, type ReadRow } from './once-per-page.ts';
import { readSheetLines, type SheetLine } from './sheet-lines.ts';

/** A sheet with its totals, which every figure at its head comes from. */
export interface AccountSheet extends SheetOf {
  readonly totals: SheetTotals;
}

const amount = (minor: bigint, currency: string): Money => money(minor, currencyOf(currency));

interface LineOfPage extends SheetLine {
  readonly readEntry: ReadRow<JournalEntry>;
}

const SheetLineType = builder.objectRef<LineOfPage>('LedgerAccountSheetLine').implement({
  description: 'One side of an entry, as it stands on the sheet of its account.',
  fields: (t) => ({
    postedOn: t.expose('postedOn', { type: 'Date', description: 'Day of the posting.' }),
    debit: t.field({
      type: MoneyType,
      nullable: true,
      description: 'Where it is a debit.',
      resolve: ({ minor, currency }) => (minor > 0n ? amount(minor, currency) : null),
    }),
    credit: t.field({
      type: MoneyType,
      nullable: true,
      description: 'Where it is a credit, without a sign.',
      resolve: ({ minor, currency }) => (minor < 0n ? amount(-minor, currency) : null),
    }),
    balance: t.field({
      type: MoneyType,
      description: 'What stands on the account after it; positive is debit.',
      resolve: ({ balance, currency }) => amount(balance, currency),
    }),
    entry: t.prismaField({
      type: 'JournalEntry',
      description: 'The whole entry: its other sides are the counter-accounts.',
      resolve: async (query, { entryId, readEntry }) => {
        const entry = await readEntry(query, entryId);
        if (!entry) throw new Error('A line stands without its entry.');
        return entry;
      },
    }),
  }),
});

const LineConnection = builder.connectionObject(
  { type: SheetLineType, name: 'LedgerAccountSheetLineConnection' },
  { name: 'LedgerAccountSheetLineEdge' },
);

/** Of the same form as those of every other list. */
const encodeCursor = ({ organizationId, id }: SheetLine): string =>
  Buffer.from(`GPC:T:${JSON.stringify([`S:${organizationId}`, `S:${id}`])}`, 'utf8').toString('base64');

const FORM = /^GPC:T:\["S:[0-9a-f-]{36}","S:([0-9a-f-]{36})"\]$/;

const noCursor = (): GraphQLError =>
  new GraphQLError('This is no cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });

const decodeCursor = (cursor: string): string => {
  const text = cursor.length < 300 ? Buffer.from(cursor, 'base64').toString('utf8') : '';
  const id = FORM.exec(text)?.[1] ?? '';
  if (!isUuid(id)) throw noCursor();
  return id;
};

const PAGE = { usual: 50, most: 100 };

export const AccountSheetType = builder.objectRef<AccountSheet>('LedgerAccountSheet').implement({
  description:
    'The sheet of one account in one currency: balance before, what was posted in the period, balance after.',
  fields: (t) => ({
    account: t.prismaField({
      type: 'LedgerAccount',
      description: 'The account.',
      resolve: (query, { organizationId, accountId: id }, _args, { db }) =>
        db.ledgerAccount.findUniqueOrThrow({
          ...query,
          where: { organizationId_id: { organizationId, id } },
        }),
    }),
    currency: t.field({
      type: 'CurrencyCode',
      description: 'In which it is kept.',
      resolve: ({ currency }) => currencyOf(currency),
    }),
    currencies: t.field({
      type: ['CurrencyCode'],
      description: 'Every currency in which something was posted to the account.',
      resolve: async ({ organizationId, accountId }, _args, { db }) =>
        (await currenciesOf(db, organizationId, accountId)).map(currencyOf),
    }),
    opening: t.field({
      type: MoneyType,
      description: 'What stood on the account before the period; positive is debit.',
      resolve: ({ totals, currency }) => amount(totals.opening, currency),
    }),
    debit: t.field({
      type: MoneyType,
      description: 'All debits of the period.',
      resolve: ({ totals, currency }) => amount(totals.debit, currency),
    }),
    credit: t.field({
      type: MoneyType,
      description: 'All credits of the period, without a sign.',
      resolve: ({ totals, currency }) => amount(totals.credit, currency),
    }),
    closing: t.field({
      type: MoneyType,
      description: 'What stands on the account after the period; positive is debit.',
      resolve: ({ totals: { opening, debit, credit }, currency }) =>
        amount(opening + debit - credit, currency),
    }),
    lineCount: t.int({
      description: 'How many lines the period has.',
      resolve: ({ totals }) => totals.lines,
    }),
    lines: t.field({
      type: LineConnection,
      description: 'The lines of the period, oldest first.',
      args: {
        first: t.arg.int({ required: false, description: 'How many, at most 100; 50 unless said.' }),
        after: t.arg.string({ required: false, description: 'Cursor of the last line that was seen.' }),
      },
      resolve: async (sheet, { first, after }, { db }) => {
        const size = Math.min(first ?? PAGE.usual, PAGE.most);
        if (size < 0)
          throw new GraphQLError('A page has no negative size.', { extensions: { code: 'BAD_USER_INPUT' } });
        const rows = await readSheetLines(db, sheet, after ? decodeCursor(after) : null, size + 1);
        if (!rows) throw noCursor();
        const { organizationId } = sheet;
        const page = rows.slice(0, size);
        const readEntry = oncePerPage((selection) =>
          db.journalEntry.findMany({
            ...selection,
            where: { organizationId, id: { in: page.map(({ entryId }) => entryId) } },
          }),
        );
        const edges = page.map((line) => ({ node: { ...line, readEntry }, cursor: encodeCursor(line) }));
        return {
          edges,
          pageInfo: {
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? after ?? null,
            hasPreviousPage: Boolean(after),
            hasNextPage: rows.length > size,
          },
        };
      },
    }),
  }),
});
