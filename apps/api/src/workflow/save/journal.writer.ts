import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { JournalDraft } from '@zahlwerk/domain/ledger/journal';
import { actorColumns, type Saving, type Writer } from './writer.ts';

/** Posts a balanced entry; accounts are found by their key in the business's own chart. */
export const postEntry = async (
  saving: Pick<Saving, 'tx' | 'organizationId' | 'env'>,
  entry: JournalDraft,
  about: { readonly caseId: string | null; readonly customerId: string | null },
): Promise<void> => {
  const { tx, organizationId, env } = saving;
  const accounts = await tx.ledgerAccount.findMany({
    where: { organizationId, key: { in: entry.lines.map((line) => line.account) } },
  });
  const idOf = (key: string): string => {
    const account = accounts.find((one) => one.key === key);
    if (!account) throw new Error(`The chart of accounts has no ${key}.`);
    return account.id;
  };
  const id = env.newId();
  await tx.journalEntry.create({
    data: {
      organizationId,
      id,
      source: entry.source,
      purpose: entry.purpose,
      postedOn: dayToDate(entry.postedOn),
      caseId: about.caseId,
      customerId: about.customerId,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
  await tx.journalLine.createMany({
    data: entry.lines.map((line, index) => ({
      organizationId,
      id: env.newId(),
      entryId: id,
      position: index + 1,
      accountId: idOf(line.account),
      currency: entry.currency,
      amountMinor: line.minor,
    })),
  });
};

export const post: Writer<'post'> = (saving, { entry }) =>
  postEntry(saving, entry, { caseId: saving.state.id, customerId: saving.state.customer.id });
