import type { TenantTransaction } from './tenant.ts';

export interface BusinessTime {
  readonly now: Date;
  /** The organization's calendar day, YYYY-MM-DD. */
  readonly today: string;
  readonly timeZone: string;
}

/** A time of the day after one, by the clock on the organization's wall. */
const dayAfter = async (
  tx: TenantTransaction,
  organizationId: string,
  day: string,
  time: string,
): Promise<Date> => {
  const [found] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT (${day}::date + 1 + ${time}::time) AT TIME ZONE time_zone AS at
    FROM organization WHERE id = ${organizationId}::uuid`;
  if (!found) throw new Error('There is no such organization.');
  return found.at;
};

/** Eight in the morning of the day after one: a day is over before anybody is told. */
export const morningAfter = (tx: TenantTransaction, organizationId: string, day: string): Promise<Date> =>
  dayAfter(tx, organizationId, day, '08:00');

/** Three in the night after a day, when nobody works and much may be read. */
export const nightAfter = (tx: TenantTransaction, organizationId: string, day: string): Promise<Date> =>
  dayAfter(tx, organizationId, day, '03:00');

/**
 * The one `now` of a transaction (rule 22): the database's time plus the organization's clock offset, to the
 * millisecond. Ask once, after the row that the command is about has been locked, so that times follow the order of
 * the changes. Throws when the organization does not exist.
 */
export const businessTime = async (tx: TenantTransaction, organizationId: string): Promise<BusinessTime> => {
  const [time] = await tx.$queryRaw<BusinessTime[]>`
    WITH clock AS (
      SELECT date_trunc('milliseconds', clock_timestamp() + make_interval(secs => clock_offset_seconds)) AS now, time_zone
      FROM organization WHERE id = ${organizationId}::uuid
    )
    SELECT now, to_char(now AT TIME ZONE time_zone, 'YYYY-MM-DD') AS today, time_zone AS "timeZone" FROM clock`;
  if (!time) throw new Error('There is no such organization.');
  return time;
};
