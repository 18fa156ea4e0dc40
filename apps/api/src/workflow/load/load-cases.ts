import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { CASE_PARTS, type CaseRow } from './case-row.ts';
import { loadDuplicates } from './load-duplicates.ts';
import { loadOrganization } from './load-organization.ts';
import { loadVatStandings } from './load-vat-standing.ts';
import { toPaymentCase } from './to-payment-case.ts';

/**
 * The aggregates of many cases in a fixed number of queries, whatever their number. Ids that are not of this
 * organization are simply not in the result. The organization itself is read unless this transaction knows it.
 */
export const loadCases = async (
  tx: TenantTransaction,
  organizationId: string,
  ids: readonly string[],
  known?: PaymentCase['organization'],
): Promise<ReadonlyMap<string, PaymentCase>> => {
  const rows: readonly CaseRow[] = await tx.paymentCase.findMany({
    where: { organizationId, id: { in: [...ids] } },
    include: CASE_PARTS,
  });
  if (rows.length === 0) return new Map();
  const organization = known ?? (await loadOrganization(tx, organizationId));
  const duplicates = await loadDuplicates(tx, organizationId, rows);
  const standings = await loadVatStandings(tx, organizationId, rows);
  return new Map(
    rows.map((row) => {
      const beside = {
        duplicates: duplicates.get(row.customerId) ?? [],
        vatStanding: standings.get(row.id) ?? null,
      };
      return [row.id, toPaymentCase(row, organization, beside)];
    }),
  );
};

/**
 * One case under its row lock, so that everything decided about it is decided one after the other; null when unknown.
 * Not FOR UPDATE: jobs that hold the event head write events that refer to the case, and would wait for each other.
 */
export const lockCase = async (
  tx: TenantTransaction,
  organizationId: string,
  id: string,
): Promise<PaymentCase | null> => {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id, set_config('plan_cache_mode', 'force_generic_plan', true) FROM payment_case
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid
    FOR NO KEY UPDATE`;
  if (locked.length === 0) return null;
  return (await loadCases(tx, organizationId, [id])).get(id) ?? null;
};

/** A locked case once more, after this transaction has written to it. */
export const reloadCase = async (tx: TenantTransaction, before: PaymentCase): Promise<PaymentCase> => {
  const { id, organization } = before;
  const state = (await loadCases(tx, organization.id, [id], organization)).get(id);
  if (!state) throw new Error(`Case ${id} is gone, under its own lock.`);
  return state;
};
