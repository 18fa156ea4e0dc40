import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { DuplicateCandidate } from '@zahlwerk/domain/customers/checks/duplicates';
import { findDuplicates } from '../../customers/find-duplicates.ts';
import type { CaseRow } from './case-row.ts';

const awaitsCheck = (row: CaseRow): boolean =>
  row.steps.some(({ step, state }) => step === 'VERIFY_CUSTOMER_DATA' && state === 'OPEN');

/** Customers that share a mail address, VAT id, IBAN, phone or place with the customer of a case whose data are being checked. */
export const loadDuplicates = async (
  tx: TenantTransaction,
  organizationId: string,
  rows: readonly CaseRow[],
): Promise<ReadonlyMap<string, readonly DuplicateCandidate[]>> => {
  const found = new Map<string, readonly DuplicateCandidate[]>();
  for (const { customer } of rows.filter(awaitsCheck)) {
    const others = await findDuplicates(tx, organizationId, customer);
    if (others.length > 0) found.set(customer.id, others);
  }
  return found;
};
