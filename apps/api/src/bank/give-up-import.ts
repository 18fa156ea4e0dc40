import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { NotAllowed, NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Ports } from '../ports.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import type { Workshop } from '../workflow/workshop.ts';
import type { ImportBegun } from './begin-import.ts';
import { type ImportRef, importEvent, lockImport } from './import-row.ts';

/** The task of whoever looks why a file could not be read; trying again ends it. */
const IMPORT_FAILED = 'BANK_IMPORT_FAILED';

/** A file that could not be read in hours of trying gets a state that says so, and a person's task. */
export const giveUpImport = async (ports: Ports, ref: ImportRef): Promise<void> => {
  const { organizationId, importId } = ref;
  await withTenant(ports.db, organizationId, async (tx) => {
    const found = await lockImport(tx, ref);
    if (found?.state !== 'WAITING' && found?.state !== 'MATCHING') return;
    const time = await businessTime(tx, organizationId);
    const { document } = await tx.bankImport.update({
      where: { organizationId_id: { organizationId, id: importId } },
      data: { state: 'FAILED' },
      select: { document: { select: { name: true } } },
    });
    const about = { subject: 'BANK_IMPORT', subjectId: importId, reason: IMPORT_FAILED } as const;
    const task = await raiseException(
      tx,
      ports.newId(),
      { organizationId, ...about, detail: document.name },
      time,
    );
    await appendEvents(tx, organizationId, [importEvent(ref, time.now, { state: 'FAILED' }), task]);
  });
  ports.doorbell.ring(organizationId);
};

/** Where it stood when it was given up: what has been written is not read again. */
const resume = async (tx: TenantTransaction, { organizationId, importId }: ImportRef) =>
  (await tx.bankStatement.count({ where: { organizationId, importId } })) > 0 ? 'MATCHING' : 'WAITING';

const finishTasks = (
  tx: TenantTransaction,
  { organizationId, actor }: Keyed,
  subjectId: string,
  doneAt: Date,
) =>
  tx.task.updateManyAndReturn({
    where: { organizationId, reason: IMPORT_FAILED, subjectId, state: { not: 'DONE' } },
    data: {
      ...{ state: 'DONE', doneAt, doneByKind: actor.kind, doneById: actor.id },
      version: { increment: 1 },
    },
  });

/** Has a file that was given up read once more, from where it stood. */
export const retryImport = async (
  workshop: Workshop,
  call: Keyed,
  importId: string,
): Promise<ImportBegun> => {
  const { organizationId, actor } = call;
  const ref = { organizationId, importId };
  const begun = await withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, 'retryBankImport');
    if (replayed) return { importId: replayed, replayed: true };
    const found = await lockImport(tx, ref);
    if (!found) throw new NotFound('BankImport', ['input', 'importId']);
    if (found.state !== 'FAILED') throw new NotAllowed('IMPORT_NOT_FAILED');
    const { now } = await businessTime(tx, organizationId);
    const state = await resume(tx, ref);
    await tx.bankImport.update({
      where: { organizationId_id: { organizationId, id: importId } },
      data: { state },
    });
    await workshop.enqueue(tx, organizationId, [{ job: 'import-statement', importId }]);
    const done = await finishTasks(tx, call, importId, now);
    await storeOutcome(tx, call, 'retryBankImport', importId);
    await appendEvents(tx, organizationId, [
      importEvent(ref, now, { state }, actor),
      ...done.map(({ id }) => ({
        ...{ stream: 'task', streamId: id, type: 'task.done' as const, at: now, actor, data: { taskId: id } },
      })),
    ]);
    return { importId, replayed: false };
  });
  if (!begun.replayed) workshop.ring(organizationId);
  return begun;
};
