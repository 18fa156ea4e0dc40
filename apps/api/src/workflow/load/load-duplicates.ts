import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { DuplicateCandidate } from '@zahlwerk/domain/customers/checks/duplicates';
import type { CaseRow } from './case-row.ts';
import { customerDataOf } from './customer-data.ts';

const awaitsCheck = (row: CaseRow): boolean =>
  row.steps.some(({ step, state }) => step === 'VERIFY_CUSTOMER_DATA' && state === 'OPEN');

/** Customers that share a mail address, IBAN, phone or place with the customer of a case whose data are being checked. */
export const loadDuplicates = async (
  tx: TenantTransaction,
  organizationId: string,
  rows: readonly CaseRow[],
): Promise<ReadonlyMap<string, readonly DuplicateCandidate[]>> => {
  const found = new Map<string, readonly DuplicateCandidate[]>();
  for (const { customer } of rows.filter(awaitsCheck)) {
    const shared = [
      ...(customer.email ? [{ email: { equals: customer.email, mode: 'insensitive' as const } }] : []),
      ...(customer.iban ? [{ iban: customer.iban }] : []),
      ...(customer.phone ? [{ phone: customer.phone }] : []),
      ...(customer.postalCode ? [{ postalCode: customer.postalCode, country: customer.country }] : []),
    ];
    if (shared.length === 0) continue;
    const others = await tx.customer.findMany({
      where: { organizationId, id: { not: customer.id }, mergedIntoId: null, OR: shared },
      orderBy: { createdAt: 'asc' },
      take: 50,
    });
    found.set(
      customer.id,
      others.map((other) => ({ customerId: other.id, number: other.number, data: customerDataOf(other) })),
    );
  }
  return found;
};
