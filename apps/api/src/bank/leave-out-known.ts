import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { BankStatementKind, Prisma } from '@zahlwerk/db/generated/client';
import { notKnownElsewhere, type ToldMovement } from '@zahlwerk/domain/bank/known-elsewhere';
import type { Storing } from './store-statements.ts';

/** A movement as it is about to be written. */
export type NewRow = Prisma.BankTransactionCreateManyInput & {
  readonly bookedOn: Date;
  readonly amountMinor: bigint;
};

/** What speaks of the account in other words: a list against everything by camt, whose files know each other. */
const otherKinds = (kind: BankStatementKind): BankStatementKind[] =>
  kind === 'LIST' ? ['STATEMENT', 'REPORT', 'NOTIFICATION'] : ['LIST'];

const toTold = <
  TRow extends Pick<NewRow, 'bookedOn' | 'direction' | 'currency' | 'amountMinor' | 'remittance'>,
>(
  row: TRow & {
    readonly bankReference?: string | null;
    readonly endToEndId?: string | null;
    readonly counterpartyName?: string | null;
  },
): ToldMovement & { readonly row: TRow } => ({
  ...{ row, bookedOn: dateToDay(row.bookedOn), direction: row.direction, currency: row.currency },
  ...{ minor: row.amountMinor, bankReference: row.bankReference ?? null, endToEndId: row.endToEndId ?? null },
  ...{ name: row.counterpartyName ?? null, remittance: row.remittance },
});

/** Asked only where two formats speak of the same days: which of the rows stand there already, from this format. */
const storedIdentities = async (
  { tx, organizationId }: Storing,
  rows: readonly NewRow[],
): Promise<ReadonlySet<string>> => {
  const stored = await tx.bankTransaction.findMany({
    where: { organizationId, bookedOn: { in: daysOf(rows) } },
    select: { identity: true },
  });
  return new Set(stored.map(({ identity }) => identity));
};

const daysOf = (rows: readonly NewRow[]): Date[] =>
  [...new Set(rows.map(({ bookedOn }) => bookedOn.getTime()))].map((time) => new Date(time));

/** The rows without those that a file of another format has told: a list and a camt file of one day count once. */
export const leaveOutKnown = async (
  storing: Storing,
  kind: BankStatementKind,
  rows: readonly NewRow[],
): Promise<readonly NewRow[]> => {
  const { tx, organizationId, iban } = storing;
  const told = await tx.bankTransaction.findMany({
    where: {
      organizationId,
      bookedOn: { in: daysOf(rows) },
      statement: { iban, kind: { in: otherKinds(kind) } },
    },
  });
  if (told.length === 0) return rows;
  const stored = await storedIdentities(storing, rows);
  const again = rows.filter(({ identity }) => stored.has(identity));
  const first = rows.filter(({ identity }) => !stored.has(identity));
  const fresh = notKnownElsewhere(first.map(toTold), told.map(toTold));
  return [...again, ...fresh.map(({ row }) => row)];
};
