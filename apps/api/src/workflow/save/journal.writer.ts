import { insertEntries } from '@zahlwerk/db/journal';
import type { JournalDraft } from '@zahlwerk/domain/ledger/journal';
import { actorColumns, type BulkWriter, type Saving } from './writer.ts';

/** Posts balanced entries, to the accounts of the business's own chart. */
export const postEntries = async (
  saving: Pick<Saving, 'tx' | 'organizationId' | 'env'>,
  entries: readonly JournalDraft[],
  about: { readonly caseId: string | null; readonly customerId: string | null },
): Promise<void> => {
  const { tx, organizationId, env } = saving;
  const posted = entries.map((entry) => ({ ...entry, id: env.newId() }));
  await insertEntries(
    tx,
    organizationId,
    posted.map(({ id, source, purpose, postedOn }) => ({
      ...{ id, source, purpose, postedOn, ...about, createdAt: env.now },
      ...actorColumns('createdBy', saving),
    })),
    posted.flatMap(({ id: entryId, currency, lines }) =>
      lines.map(({ account, minor }, index) => ({
        ...{ id: env.newId(), entryId, position: index + 1 },
        ...{ account, currency, minor: minor.toString() },
      })),
    ),
  );
};

export const post: BulkWriter<'post'> = (saving, changes) =>
  postEntries(
    saving,
    changes.map(({ entry }) => entry),
    { caseId: saving.state.id, customerId: saving.state.customer.id },
  );
