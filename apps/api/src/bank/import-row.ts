import type { EventToAppend } from '@zahlwerk/db/events';
import type { BankImport } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type Actor, SYSTEM } from '@zahlwerk/domain/workflow/actor';

export interface ImportRef {
  readonly organizationId: string;
  readonly importId: string;
}

/** One after the other moves an import along: its job, whoever gives it up, and whoever tries again. */
export const lockImport = async (
  tx: TenantTransaction,
  { organizationId, importId: id }: ImportRef,
): Promise<BankImport | null> => {
  await tx.$queryRaw`SELECT 1 FROM bank_import
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return tx.bankImport.findUnique({ where: { organizationId_id: { organizationId, id } } });
};

/** What the log tells of an import: how far it is. What was in it stays with the bank's facts. */
export const importEvent = (
  { importId }: ImportRef,
  at: Date,
  data: Readonly<Record<string, string | number>>,
  actor: Actor = SYSTEM,
): EventToAppend => ({
  ...{ stream: 'bank-import', streamId: importId, type: 'bank.imported', at, actor },
  data: { bankImportId: importId, ...data },
});
