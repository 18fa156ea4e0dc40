import type { CsvMapping } from '@zahlwerk/bank-statements/csv/csv-mapping';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { readJson } from '../workflow/load/columns.ts';

/** How the lists of the business's own bank are read, where somebody has said so; asked before the banks that are known. */
export const loadOwnMapping = async (
  tx: Pick<TenantTransaction, 'organization'>,
  organizationId: string,
): Promise<readonly CsvMapping[]> => {
  const { listMapping } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { listMapping: true },
  });
  return listMapping === null ? [] : [readJson<CsvMapping>(listMapping)];
};
