import { Prisma } from '@zahlwerk/db/generated/client';

/** What of each credit on the bank account belongs to nobody yet. */
export const poolOf = (organizationId: string): Prisma.Sql => Prisma.sql`
  SELECT t.id, t.currency, t.booked_on, t.amount_minor - coalesce((
    SELECT sum(p.amount_minor) FROM payment p
    WHERE p.organization_id = t.organization_id AND p.bank_transaction_id = t.id
      AND p.unassigned_at IS NULL), 0)::bigint - coalesce((
    SELECT sum(r.amount_minor) FROM other_receipt r
    WHERE r.organization_id = t.organization_id AND r.bank_transaction_id = t.id
      AND r.state = 'BOOKED'), 0)::bigint AS rest
  FROM bank_transaction t
  WHERE t.organization_id = ${organizationId}::uuid AND t.direction = 'CREDIT'
    AND NOT EXISTS (SELECT FROM payout
      WHERE payout.organization_id = t.organization_id AND payout.bank_transaction_id = t.id)`;
