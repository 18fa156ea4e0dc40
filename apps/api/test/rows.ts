import { findViolations, type Violation } from '@zahlwerk/db/invariants';
import type { TestDatabase } from '@zahlwerk/db/test-database';
import pg from 'pg';

/** Work with one connection that no wall binds. */
export const asSuperuser = async <Result>(
  { superuserUrl }: Pick<TestDatabase, 'superuserUrl'>,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Every table whose rows belong to an organization, with the column that says to which. */
const TABLES = `
  SELECT table_name AS name, 'organization_id' AS owner FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'organization_id'
  UNION ALL SELECT 'organization', 'id'`;

/** Noted with every use of a key, whatever comes of it. */
const UNTOLD = "- 'last_used_at'";

const fingerprint = ({ name, owner }: { name: string; owner: string }): string => `
  SELECT '${name}' AS name, count(*) || ' rows ' || coalesce(md5(string_agg(row, '|' ORDER BY row)), '') AS content
  FROM (SELECT (to_jsonb(one) ${UNTOLD})::text AS row FROM ${name} one
    WHERE $1::uuid IS NULL OR one.${owner} = $1) content`;

/**
 * What lies in every tenant table, as a count and a hash of all its rows, and how many jobs wait: two calls are equal
 * exactly when nothing has been written between them. Of one organization, or of all.
 */
export const readRows = (
  database: TestDatabase,
  organizationId: string | null = null,
): Promise<Readonly<Record<string, string>>> =>
  asSuperuser(database, async (client) => {
    const tables = await client.query<{ name: string; owner: string }>(TABLES);
    const jobs = `SELECT 'jobs' AS name, count(*)::text AS content FROM pgboss.job
      WHERE $1::uuid IS NULL OR data ->> 'organizationId' = $1::text`;
    const { rows } = await client.query<{ name: string; content: string }>(
      [...tables.rows.map(fingerprint), jobs].join(' UNION ALL '),
      [organizationId],
    );
    return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
  });

/** The broken invariants of all organizations; none when the books are in order. */
export const readViolations = (database: TestDatabase): Promise<readonly Violation[]> =>
  asSuperuser(database, (client) =>
    findViolations(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows),
  );

/** Rows as the superuser sees them, for what the API does not tell. */
export const queryAll = <Row extends pg.QueryResultRow>(
  database: Pick<TestDatabase, 'superuserUrl'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> =>
  asSuperuser(database, async (client) => (await client.query<Row>(sql, [...values])).rows);
