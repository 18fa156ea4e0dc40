import { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';

/**
 * What is still to come for each running case of an organization, as `amountCollectable` has it for one: due less
 * allocations and adjustments, less what has arrived for the case and waits for its allocation; never below zero.
 */
export const awaitedClaims = (organizationId: string): Prisma.Sql => Prisma.sql`
  SELECT c.id, c.currency, c.due_on, greatest(0, c.amount_due_minor
    - coalesce((SELECT sum(a.amount_minor) FROM allocation a
        WHERE a.organization_id = c.organization_id AND a.case_id = c.id), 0)
    - coalesce((SELECT sum(j.amount_minor) FROM adjustment j
        WHERE j.organization_id = c.organization_id AND j.case_id = c.id), 0)
    - coalesce((SELECT sum(p.amount_minor
        - coalesce((SELECT sum(a.amount_minor) FROM allocation a
            WHERE a.organization_id = p.organization_id AND a.payment_id = p.id), 0)
        - coalesce((SELECT sum(r.amount_minor) FROM refund r
            WHERE r.organization_id = p.organization_id AND r.payment_id = p.id AND r.state = 'SUCCEEDED'), 0))
      FROM payment p WHERE p.organization_id = c.organization_id AND p.case_id = c.id
        AND p.unassigned_at IS NULL), 0))::bigint AS awaited
  FROM payment_case c
  WHERE c.organization_id = ${organizationId}::uuid AND c.state = 'OPEN'`;

/** Ids of the cases for which money is still to come. */
export const casesAwaitingMoney = async (
  tx: TenantTransaction,
  organizationId: string,
): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT claim.id FROM (${awaitedClaims(organizationId)}) claim WHERE claim.awaited > 0`;
  return rows.map(({ id }) => id);
};
