import type { TestDatabase } from '@zahlwerk/db/test-database';
import pg from 'pg';

/** Takes the database away from everybody while the work is going on: connections are cut, new ones are refused. */
export const withoutDatabase = async <Result>(
  { superuserUrl }: TestDatabase,
  work: () => Promise<Result>,
): Promise<Result> => {
  const url = new URL(superuserUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  const allow = (allowed: boolean) =>
    server.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} WITH ALLOW_CONNECTIONS ${allowed}`);
  try {
    await allow(false);
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    return await work();
  } finally {
    await allow(true);
    await server.end();
  }
};
