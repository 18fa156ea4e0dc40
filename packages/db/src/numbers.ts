import type { TenantTransaction } from './tenant.ts';

/** How the numbers of a series look: prefix, the year where counting starts anew each year, digits at least. */
export const SERIES = {
  case: { prefix: 'ZV', yearly: true, digits: 6 },
  customer: { prefix: 'K', yearly: false, digits: 6 },
  invoice: { prefix: 'RE', yearly: true, digits: 4 },
  statement: { prefix: 'AB', yearly: true, digits: 4 },
  receipt: { prefix: 'ZB', yearly: true, digits: 4 },
  payout: { prefix: 'AZ', yearly: true, digits: 4 },
} as const satisfies Record<string, { prefix: string; yearly: boolean; digits: number }>;

export type Series = keyof typeof SERIES;

/** The row of the series that counts on a calendar day (YYYY-MM-DD): `case:2026`, `customer`. */
export const seriesKey = (series: Series, today: string): string =>
  SERIES[series].yearly ? `${series}:${today.slice(0, 4)}` : series;

/**
 * The next number of a series on the organization's calendar day: `ZV-2026-000042`, `K-000042`. The counter's row stays
 * locked until the transaction ends and goes back with it, so numbers have no gap: take it late (rule 19).
 */
export const nextNumber = async (
  tx: TenantTransaction,
  organizationId: string,
  series: Series,
  today: string,
): Promise<string> => {
  const key = seriesKey(series, today);
  const [counter] = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO number_series (organization_id, key, next) VALUES (${organizationId}::uuid, ${key}, 2)
    ON CONFLICT (organization_id, key) DO UPDATE SET next = number_series.next + 1
    RETURNING next - 1 AS value`;
  if (!counter) throw new Error(`The series ${key} gave no number.`);
  return formatNumber(series, today, counter.value);
};

const formatNumber = (series: Series, today: string, value: number): string => {
  const { prefix, yearly, digits } = SERIES[series];
  return [prefix, ...(yearly ? [today.slice(0, 4)] : []), String(value).padStart(digits, '0')].join('-');
};
