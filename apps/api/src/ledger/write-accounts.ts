import type { LedgerAccount } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';

type Called = Pick<LedgerAccount, 'id' | 'number' | 'nameDe' | 'nameEn'>;

/** Writes how accounts are called, all in one statement: they may swap their numbers. */
export const writeAccounts = async (
  tx: TenantTransaction,
  organizationId: string,
  accounts: readonly Called[],
): Promise<void> => {
  const [ids, numbers] = [accounts.map(({ id }) => id), accounts.map(({ number }) => number)];
  const [german, english] = [accounts.map(({ nameDe }) => nameDe), accounts.map(({ nameEn }) => nameEn)];
  await tx.$executeRaw`
    UPDATE ledger_account SET number = said.number, name_de = said.name_de, name_en = said.name_en
    FROM unnest(${ids}::uuid[], ${numbers}::text[], ${german}::text[], ${english}::text[])
      AS said (id, number, name_de, name_en)
    WHERE ledger_account.organization_id = ${organizationId}::uuid AND ledger_account.id = said.id`;
};

/** Who has seen the chart before is told when saving. */
export const countChartChange = async (tx: TenantTransaction, organizationId: string): Promise<void> => {
  await tx.organization.update({
    where: { id: organizationId },
    data: { chartVersion: { increment: 1 } },
  });
};
