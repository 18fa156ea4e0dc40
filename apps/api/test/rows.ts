import { createHash } from 'node:crypto';
import { findViolations, type Violation } from '@zahlwerk/db/invariants';
import type { TestDatabase } from '@zahlwerk/db/test-database';
import type pg from 'pg';

/** Work with one connection that no wall binds. */
export const asSuperuser = async <Result>(
  { superuser }: Pick<TestDatabase, 'superuser'>,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await superuser.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // It may stand in the middle of a transaction.
    client.release(true);
    throw error;
  }
};

/** Noted with every use of a key and every time a provider is asked, whatever comes of it. */
const UNTOLD = `('last_used_at', 'sweep_at', 'swept_until', 'reconcile_at', 'reconciled_until')`;

/** Every table whose rows belong to an organization, with the column that says to which, and what is compared of it. */
const TABLES = `
  SELECT table_name AS name, coalesce(max(column_name) FILTER (WHERE column_name = 'organization_id'), 'id') AS owner,
    string_agg(quote_ident(column_name), ', ') FILTER (WHERE column_name NOT IN ${UNTOLD}) AS columns
  FROM information_schema.columns
  WHERE table_schema = 'public'
  GROUP BY table_name
  HAVING bool_or(column_name = 'organization_id') OR table_name = 'organization'`;

interface Table {
  readonly name: string;
  readonly owner: string;
  readonly columns: string;
}

const fingerprint = ({ name, owner, columns }: Table): string => `
  SELECT '${name}' AS name, count(*) || ' rows ' || coalesce(sum(hash_record_extended(one, 0)), 0) AS content
  FROM (SELECT ${columns} FROM ${name} WHERE $1::uuid IS NULL OR ${owner} = $1) one`;

const JOBS = `SELECT 'jobs' AS name, count(*)::text AS content FROM pgboss.job
  WHERE $1::uuid IS NULL OR data ->> 'organizationId' = $1::text`;

/** The question for each database, asked hundreds of times: its tables are looked up once. */
const questions = new WeakMap<pg.Pool, Promise<string>>();

const questionFor = ({ superuser }: Pick<TestDatabase, 'superuser'>): Promise<string> => {
  const known = questions.get(superuser);
  if (known) return known;
  const asked = superuser
    .query<Table>(TABLES)
    .then(({ rows }) => [...rows.map(fingerprint), JOBS].join(' UNION ALL '));
  questions.set(superuser, asked);
  return asked;
};

/**
 * What lies in every tenant table, as a count and a hash over all its rows, and how many jobs wait: two calls are equal
 * exactly when nothing has been written between them. Of one organization, or of all.
 */
export const readRows = async (
  database: TestDatabase,
  organizationId: string | null = null,
): Promise<Readonly<Record<string, string>>> => {
  const text = await questionFor(database);
  const { rows } = await asSuperuser(database, (client) =>
    client.query<{ name: string; content: string }>({ name: 'rows', text, values: [organizationId] }),
  );
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
};

/** The broken invariants of all organizations; none when the books are in order. */
export const readViolations = (database: TestDatabase): Promise<readonly Violation[]> =>
  asSuperuser(database, (client) =>
    findViolations(async (text) => {
      // Asked after every test: with a name each of them is planned once.
      const name = createHash('md5').update(text).digest('hex');
      return (await client.query<Record<string, unknown>>({ name, text })).rows;
    }),
  );

/** Rows as the superuser sees them, for what the API does not tell. */
export const queryAll = <Row extends pg.QueryResultRow>(
  database: Pick<TestDatabase, 'superuser'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> =>
  asSuperuser(database, async (client) => (await client.query<Row>(sql, [...values])).rows);
