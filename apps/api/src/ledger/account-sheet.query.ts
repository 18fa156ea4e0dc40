import { builder } from '../graphql/builder.ts';
import { readId } from '../graphql/ids.ts';
import { AccountSheetType } from './account-sheet.type.ts';
import { currenciesOf, readSheetTotals } from './account-totals.ts';

builder.queryField('ledgerAccountSheet', (t) =>
  t.withAuth({ permission: 'ledger:read' }).field({
    type: AccountSheetType,
    nullable: true,
    description: 'The sheet of an account (Kontoblatt); null when there is no such account.',
    args: {
      accountId: t.arg.id({ description: 'The account.' }),
      currency: t.arg({
        type: 'CurrencyCode',
        required: false,
        description: "Left out: the business's own currency, or the first in which something was posted.",
      }),
      from: t.arg({ type: 'Date', required: false, description: 'First day; left out: from the beginning.' }),
      until: t.arg({ type: 'Date', required: false, description: 'Last day; left out: to the end.' }),
    },
    resolve: async (_root, args, { db, organizationId }) => {
      const accountId = readId('LedgerAccount', args.accountId);
      const account = accountId
        ? await db.ledgerAccount.findUnique({
            where: { organizationId_id: { organizationId, id: accountId } },
            include: { organization: { select: { currency: true } } },
          })
        : null;
      if (!accountId || !account) return null;
      const home = account.organization.currency;
      const used = args.currency ? [] : await currenciesOf(db, organizationId, accountId);
      const currency = args.currency ?? (used.includes(home) ? home : (used[0] ?? home));
      const sheet = {
        organizationId,
        accountId,
        currency,
        from: args.from ?? null,
        until: args.until ?? null,
      };
      return { ...sheet, totals: await readSheetTotals(db, sheet) };
    },
  }),
);
