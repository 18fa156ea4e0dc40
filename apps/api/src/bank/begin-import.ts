import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Workshop } from '../workflow/workshop.ts';

export interface ImportBegun {
  readonly importId: string;
  readonly replayed: boolean;
}

/** Notes that a file is to be read, and enqueues the job that does. Throws `NotFound` for a file that was not uploaded. */
export const beginImport = (workshop: Workshop, call: Keyed, documentId: string): Promise<ImportBegun> => {
  const { organizationId, actor } = call;
  return withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, 'importBankStatement');
    if (replayed) return { importId: replayed, replayed: true };
    const where = { organizationId_id: { organizationId, id: documentId } };
    if (!(await tx.document.findUnique({ where, select: { id: true } })))
      throw new NotFound('Document', ['input', 'documentId']);
    const { now } = await businessTime(tx, organizationId);
    const importId = workshop.newId();
    await tx.bankImport.create({
      data: {
        ...{ organizationId, id: importId, documentId, state: 'WAITING', createdAt: now },
        ...{ createdByKind: actor.kind, createdById: actor.id },
      },
    });
    await workshop.enqueue(tx, organizationId, [{ job: 'import-statement', importId }]);
    await storeOutcome(tx, call, 'importBankStatement', importId);
    const data = { bankImportId: importId, state: 'WAITING' };
    await appendEvents(tx, organizationId, [
      { stream: 'bank-import', streamId: importId, type: 'bank.imported', at: now, actor, data },
    ]);
    return { importId, replayed: false };
  });
};
