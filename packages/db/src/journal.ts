import type { ActorKind, JournalPurpose } from '../generated/client.ts';
import type { TenantTransaction } from './tenant.ts';

export interface EntryToPost {
  readonly id: string;
  readonly source: string;
  readonly purpose: JournalPurpose;
  /** YYYY-MM-DD. */
  readonly postedOn: string;
  readonly caseId: string | null;
  readonly customerId: string | null;
  readonly createdByKind: ActorKind;
  readonly createdById: string | null;
  /** Business time. */
  readonly createdAt: Date;
}

export interface LineToPost {
  readonly id: string;
  readonly entryId: string;
  readonly position: number;
  /** The account by its key; a chart without it fails the statement. */
  readonly account: string;
  readonly currency: string;
  /** Positive is debit, negative is credit; in minor units, as text. */
  readonly minor: string;
}

/**
 * Writes balanced entries. With all that is booked here often, and compiled anew by Prisma each time for many rows, the
 * two statements are written out.
 */
export const insertEntries = async (
  tx: TenantTransaction,
  organizationId: string,
  entries: readonly EntryToPost[],
  lines: readonly LineToPost[],
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO journal_entry (organization_id, id, source, purpose, posted_on, case_id, customer_id, created_by_kind,
      created_by_id, created_at)
    SELECT ${organizationId}::uuid, id, source, purpose, "postedOn", "caseId", "customerId", "createdByKind",
      "createdById", "createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS entry(
      id uuid, source text, purpose journal_purpose, "postedOn" date, "caseId" uuid, "customerId" uuid,
      "createdByKind" actor_kind, "createdById" uuid, "createdAt" timestamptz)`;
  await tx.$executeRaw`
    INSERT INTO journal_line (organization_id, id, entry_id, position, account_id, currency, amount_minor)
    SELECT ${organizationId}::uuid, line.id, line."entryId", line.position, account.id, line.currency, line.minor
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS line(
      id uuid, "entryId" uuid, position int, account text, currency text, minor bigint)
    LEFT JOIN ledger_account account
      ON account.organization_id = ${organizationId}::uuid AND account.key = line.account`;
};
