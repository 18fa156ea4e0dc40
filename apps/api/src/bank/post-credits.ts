import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { BankTransaction } from '@zahlwerk/db/generated/client';
import { postBankCredit } from '@zahlwerk/domain/ledger/post-money';
import { money } from '@zahlwerk/domain/money/money';
import { currencyOf } from '../workflow/load/columns.ts';
import { inChunks, type Storing } from './store-statements.ts';

/** Posts new credits to the pool (rule 21), all of a file in a few statements. */
export const postCredits = async (
  { tx, organizationId, now, today, newId }: Storing,
  credits: readonly Pick<BankTransaction, 'id' | 'amountMinor' | 'currency'>[],
): Promise<void> => {
  const accounts = await tx.ledgerAccount.findMany({
    where: { organizationId, key: { in: ['BANK', 'UNASSIGNED'] } },
  });
  const idOf = new Map(accounts.map(({ key, id }) => [key, id]));
  const posted = credits.map(({ id, amountMinor, currency }) => ({
    id: newId(),
    draft: postBankCredit(id, money(amountMinor, currencyOf(currency)), today),
  }));
  await inChunks(posted, (chunk) =>
    tx.journalEntry.createMany({
      data: chunk.map(({ id, draft: { source, purpose } }) => ({
        ...{ organizationId, id, source, purpose, postedOn: dayToDate(today) },
        ...{ createdByKind: 'SYSTEM' as const, createdAt: now },
      })),
    }),
  );
  const lines = posted.flatMap(({ id, draft }) =>
    draft.lines.map((line, at) => ({
      ...{ organizationId, id: newId(), entryId: id, position: at + 1, currency: draft.currency },
      ...{ accountId: idOf.get(line.account) ?? '', amountMinor: line.minor },
    })),
  );
  await inChunks(lines, (data) => tx.journalLine.createMany({ data }));
};
