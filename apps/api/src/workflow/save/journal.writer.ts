import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { JournalDraft } from '@zahlwerk/domain/ledger/journal';
import { actorColumns, type BulkWriter, type Saving } from './writer.ts';

/** Posts balanced entries; accounts are found by their key in the business's own chart. */
export const postEntries = async (
  saving: Pick<Saving, 'tx' | 'organizationId' | 'env'>,
  entries: readonly JournalDraft[],
  about: { readonly caseId: string | null; readonly customerId: string | null },
): Promise<void> => {
  const { tx, organizationId, env } = saving;
  const keys = entries.flatMap(({ lines }) => lines.map(({ account }) => account));
  const accounts = await tx.ledgerAccount.findMany({
    where: { organizationId, key: { in: [...new Set(keys)] } },
  });
  const idOf = (key: string): string => {
    const account = accounts.find((one) => one.key === key);
    if (!account) throw new Error(`The chart of accounts has no ${key}.`);
    return account.id;
  };
  const posted = entries.map((entry) => ({ ...entry, id: env.newId() }));
  await tx.journalEntry.createMany({
    data: posted.map(({ id, source, purpose, postedOn }) => ({
      ...{ organizationId, id, source, purpose, postedOn: dayToDate(postedOn), ...about },
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    })),
  });
  await tx.journalLine.createMany({
    data: posted.flatMap(({ id: entryId, currency, lines }) =>
      lines.map((line, index) => ({
        ...{ organizationId, id: env.newId(), entryId, position: index + 1 },
        ...{ accountId: idOf(line.account), currency, amountMinor: line.minor },
      })),
    ),
  });
};

export const post: BulkWriter<'post'> = (saving, changes) =>
  postEntries(
    saving,
    changes.map(({ entry }) => entry),
    { caseId: saving.state.id, customerId: saving.state.customer.id },
  );
