import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { SheetOf, SheetTotals } from './account-totals.ts';

export interface SheetLine {
  readonly id: string;
  readonly organizationId: string;
  readonly entryId: string;
  readonly currency: string;
  readonly postedOn: string;
  /** Positive is debit. */
  readonly minor: bigint;
  /** What stands on the account after it. */
  readonly balance: bigint;
}

/** Where a line stands on its sheet: entries of a day in the order in which they were written. */
interface Place {
  readonly day: string;
  readonly entryId: string;
  readonly position: number;
}

/** Before the first line of a day. */
const beginOf = (day: string | null): Place => ({
  day: day ?? '-infinity',
  entryId: '00000000-0000-0000-0000-000000000000',
  position: -1,
});

/**
 * Where a line stands, and what stands on the account after it: the days before, and of its own day the lines up to it.
 * Null when the sheet has no such line.
 */
const placeOf = async (
  tx: TenantTransaction,
  { organizationId, accountId, currency }: SheetOf,
  lineId: string,
): Promise<(Place & { readonly balance: bigint }) | null> => {
  const [place] = await tx.$queryRaw<(Place & { balance: bigint })[]>`
    SELECT to_char(posted_on, 'YYYY-MM-DD') AS day, entry_id::text AS "entryId", position,
      (coalesce((SELECT sum(debit_minor - credit_minor) FROM account_day
        WHERE organization_id = ${organizationId}::uuid AND account_id = ${accountId}::uuid
          AND currency = ${currency} AND day < place.posted_on), 0)
      + coalesce((SELECT sum(amount_minor) FROM journal_line
        WHERE organization_id = ${organizationId}::uuid AND account_id = ${accountId}::uuid
          AND currency = ${currency} AND posted_on = place.posted_on
          AND (entry_id, position) <= (place.entry_id, place.position)), 0))::bigint AS balance
    FROM journal_line place
    WHERE organization_id = ${organizationId}::uuid AND id = ${lineId}::uuid
      AND account_id = ${accountId}::uuid AND currency = ${currency}`;
  return place ?? null;
};

/**
 * The next lines of a sheet, oldest first, each with the balance after it: from its beginning, or after one of its lines.
 * Null when that is no line of it.
 */
export const readSheetLines = async (
  tx: TenantTransaction,
  sheet: SheetOf & { readonly totals: Pick<SheetTotals, 'opening'> },
  afterId: string | null,
  limit: number,
): Promise<readonly SheetLine[] | null> => {
  const last = afterId ? await placeOf(tx, sheet, afterId) : null;
  if (afterId && !last) return null;
  // One lower bound, so that the index is entered where the page begins.
  const isInPeriod = last !== null && (sheet.from === null || last.day >= sheet.from);
  const after = isInPeriod ? last : beginOf(sheet.from);
  const before = isInPeriod ? last.balance : sheet.totals.opening;
  const rows = await tx.$queryRaw<Omit<SheetLine, 'balance' | 'organizationId' | 'currency'>[]>`
    SELECT id::text, entry_id::text AS "entryId", to_char(posted_on, 'YYYY-MM-DD') AS "postedOn", amount_minor AS minor
    FROM journal_line
    WHERE organization_id = ${sheet.organizationId}::uuid AND account_id = ${sheet.accountId}::uuid
      AND currency = ${sheet.currency}
      AND posted_on <= coalesce(${sheet.until}::date, 'infinity')
      AND (posted_on, entry_id, position) > (${after.day}::date, ${after.entryId}::uuid, ${after.position}::int)
    ORDER BY posted_on, entry_id, position
    LIMIT ${limit}`;
  const { organizationId, currency } = sheet;
  let balance = before;
  return rows.map((row) => {
    balance += row.minor;
    return { ...row, organizationId, currency, balance };
  });
};
