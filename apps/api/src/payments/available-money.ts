import { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';

/** What of each payment of an organization is given to no claim, as `amountAvailable` has it for one. */
export const availableMoney = (organizationId: string): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.currency, greatest(p.amount_minor
    - coalesce((SELECT sum(a.amount_minor) FROM allocation a
        WHERE a.organization_id = p.organization_id AND a.payment_id = p.id), 0)
    - coalesce((SELECT sum(r.amount_minor) FROM refund r
        WHERE r.organization_id = p.organization_id AND r.payment_id = p.id AND r.state = 'SUCCEEDED'), 0)
    - coalesce((SELECT sum(d.amount_minor) FROM dispute d
        WHERE d.organization_id = p.organization_id AND d.payment_id = p.id AND d.withdrawn_at IS NOT NULL
          AND d.reinstated_at IS NULL), 0), 0)::bigint AS available
  FROM payment p WHERE p.organization_id = ${organizationId}::uuid AND p.unassigned_at IS NULL`;

/** Ids of the payments of which something is given to no claim. */
export const unassignedPayments = async (
  tx: TenantTransaction,
  organizationId: string,
): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT money.id FROM (${availableMoney(organizationId)}) money WHERE money.available <> 0`;
  return rows.map(({ id }) => id);
};
