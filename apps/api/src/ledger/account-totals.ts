import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { ApiContext } from '../graphql/context.ts';

/** An account in one currency, and the days that are looked at, both included; an open end is null. */
export interface SheetOf {
  readonly organizationId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** In minor units, positive is debit. */
export interface SheetTotals {
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly lines: number;
}

/** What stood on the account before the days that are looked at, and what was posted on them: summed over days, not lines. */
export const readSheetTotals = async (
  tx: TenantTransaction,
  { organizationId, accountId, currency, from, until }: SheetOf,
): Promise<SheetTotals> => {
  const [totals] = await tx.$queryRaw<SheetTotals[]>`
    SELECT coalesce(sum(debit_minor - credit_minor) FILTER (WHERE day < ${from}::date), 0)::bigint AS opening,
      coalesce(sum(debit_minor) FILTER (WHERE day < ${from}::date IS NOT TRUE), 0)::bigint AS debit,
      coalesce(sum(credit_minor) FILTER (WHERE day < ${from}::date IS NOT TRUE), 0)::bigint AS credit,
      coalesce(sum(lines) FILTER (WHERE day < ${from}::date IS NOT TRUE), 0)::int AS lines
    FROM account_day
    WHERE organization_id = ${organizationId}::uuid AND account_id = ${accountId}::uuid
      AND currency = ${currency} AND day <= coalesce(${until}::date, 'infinity')`;
  if (!totals) throw new Error('A sum gave no row.');
  return totals;
};

/** The currencies in which something was posted to an account, by name. */
export const currenciesOf = async (
  tx: TenantTransaction,
  organizationId: string,
  accountId: string,
): Promise<readonly string[]> => {
  const days = await tx.accountDay.findMany({
    where: { organizationId, accountId },
    distinct: ['currency'],
    select: { currency: true },
    orderBy: { currency: 'asc' },
  });
  return days.map(({ currency }) => currency);
};

interface AccountBalance {
  readonly accountId: string;
  readonly currency: string;
  readonly minor: bigint;
}

/** What stands on every account, per currency. */
const readBalances = (
  tx: TenantTransaction,
  organizationId: string,
): Promise<readonly AccountBalance[]> => tx.$queryRaw<AccountBalance[]>`
  SELECT account_id AS "accountId", currency, sum(debit_minor - credit_minor)::bigint AS minor
  FROM account_day WHERE organization_id = ${organizationId}::uuid
  GROUP BY account_id, currency ORDER BY currency`;

const known = new WeakMap<ApiContext, Promise<readonly AccountBalance[]>>();

/** What stands on one account, per currency; those of all are asked for once per operation. */
export const balancesOf = async (ctx: ApiContext, accountId: string): Promise<readonly AccountBalance[]> => {
  const asked = known.get(ctx) ?? readBalances(ctx.db, ctx.organizationId ?? '');
  known.set(ctx, asked);
  return (await asked).filter((balance) => balance.accountId === accountId);
};
