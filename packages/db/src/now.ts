import type { TenantTransaction } from './tenant.ts';

export interface BusinessTime {
  readonly now: Date;
  /** The organization's calendar day, YYYY-MM-DD. */
  readonly today: string;
  readonly timeZone: string;
}

/** Eight in the morning of the day after one, by the clock on the organization's wall: a day is over before anybody is told. */
export const morningAfter = async (
  tx: TenantTransaction,
  organizationId: string,
  day: string,
): Promise<Date> => {
  const [found] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT (${day}::date + 1 + time '08:00') AT TIME ZONE time_zone AS at
    FROM organization WHERE id = ${organizationId}::uuid`;
  if (!found) throw new Error('There is no such organization.');
  return found.at;
};

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
