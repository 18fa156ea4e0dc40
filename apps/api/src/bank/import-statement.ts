import type { BankStatement } from '@zahlwerk/bank-statements/bank-statement';
import { readStatementFile } from '@zahlwerk/bank-statements/read-statement-file';
import { appendEvents } from '@zahlwerk/db/events';
import type { BankImport, Prisma } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { Workshop } from '../workflow/workshop.ts';
import { findBankAccount } from './find-bank-account.ts';
import { type ImportRefusal, refuseForeign } from './import-refusal.ts';
import { type ImportRef, importEvent, lockImport } from './import-row.ts';
import { linkPayouts } from './link-payouts.ts';
import { matchCredits } from './match-credits.ts';
import { loadOwnMapping } from './own-mapping.ts';
import { postCredits } from './post-credits.ts';
import { raiseReturns } from './raise-returns.ts';
import { raiseGaps } from './statement-gaps.ts';
import { storeStatements } from './store-statements.ts';

const placeOf = ({ organizationId, importId: id }: ImportRef) => ({
  organizationId_id: { organizationId, id },
});

const change = (tx: TenantTransaction, ref: ImportRef, data: Prisma.BankImportUncheckedUpdateInput) =>
  tx.bankImport.update({ where: placeOf(ref), data });

/** A file of ten thousand movements takes seconds to write, and is written whole or not at all. */
const LONG = { timeout: 60_000 };

/** The job: takes a file whole or refuses it whole, then looks for what its credits pay. It bears being run again. */
export const importStatement = async (workshop: Workshop, ref: ImportRef): Promise<void> => {
  const { state } = await load(workshop, ref);
  if (state === 'WAITING') await take(workshop, ref);
  if ((await load(workshop, ref)).state === 'MATCHING') await match(workshop, ref);
  workshop.ring(ref.organizationId);
};

const load = (workshop: Workshop, ref: ImportRef): Promise<BankImport> =>
  withTenant(workshop.database, ref.organizationId, (tx) =>
    tx.bankImport.findUniqueOrThrow({ where: placeOf(ref) }),
  );

const take = async (workshop: Workshop, ref: ImportRef): Promise<void> => {
  const { organizationId } = ref;
  const [bytes, iban, own] = await withTenant(workshop.database, organizationId, async (tx) => {
    const { document } = await tx.bankImport.findUniqueOrThrow({
      where: placeOf(ref),
      select: { document: { select: { bytes: true } } },
    });
    const account = await findBankAccount(tx, organizationId);
    return [document.bytes, account, await loadOwnMapping(tx, organizationId)] as const;
  });
  const read = await readStatementFile(bytes, own);
  const refusal = read.ok ? refuseForeign(read.statements, iban) : read.refusal;
  if (refusal || !read.ok || !iban) return refuse(workshop, ref, refusal);
  await withTenant(
    workshop.database,
    organizationId,
    (tx) => write(workshop, tx, ref, iban, read.statements),
    LONG,
  );
};

const refuse = (workshop: Workshop, ref: ImportRef, refusal: ImportRefusal | null): Promise<void> =>
  withTenant(workshop.database, ref.organizationId, async (tx) => {
    const { now } = await businessTime(tx, ref.organizationId);
    await change(tx, ref, { state: 'REFUSED', refusal: { ...refusal }, finishedAt: now });
    await appendEvents(tx, ref.organizationId, [importEvent(ref, now, { state: 'REFUSED' })]);
  });

const write = async (
  workshop: Workshop,
  tx: TenantTransaction,
  ref: ImportRef,
  iban: string,
  statements: readonly BankStatement[],
): Promise<void> => {
  const { organizationId } = ref;
  if ((await lockImport(tx, ref))?.state !== 'WAITING') return;
  const time = await businessTime(tx, organizationId);
  const storing = { tx, ...ref, iban, newId: workshop.newId, ...time };
  const { transactions, known, added } = await storeStatements(storing, statements);
  const credits = added.filter(({ direction }) => direction === 'CREDIT');
  await postCredits(storing, await linkPayouts(storing, credits));
  await change(tx, ref, {
    ...{ state: 'MATCHING', transactions, known, added: added.length, credits: credits.length },
  });
  const tasks = [...(await raiseReturns(storing, added)), ...(await raiseGaps(storing))];
  const told = importEvent(ref, time.now, { state: 'MATCHING', added: added.length });
  await appendEvents(tx, organizationId, [told, ...tasks]);
};

const match = async (workshop: Workshop, ref: ImportRef): Promise<void> => {
  const { organizationId, importId } = ref;
  const { credits } = await load(workshop, ref);
  await matchCredits(workshop, organizationId, importId, (left) =>
    withTenant(workshop.database, organizationId, async (tx) => {
      await change(tx, ref, { looked: credits - left });
    }),
  );
  await withTenant(workshop.database, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const matched = await tx.bankTransaction.count({
      where: {
        ...{ organizationId, direction: 'CREDIT', statement: { importId } },
        OR: [{ payments: { some: { unassignedAt: null } } }, { payout: { isNot: null } }],
      },
    });
    await change(tx, ref, { state: 'DONE', looked: credits, matched, finishedAt: now });
    await appendEvents(tx, organizationId, [importEvent(ref, now, { state: 'DONE', matched })]);
  });
};
