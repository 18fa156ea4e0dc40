import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { createDatabase, type Database } from './client.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

const OWNER = 'zahlwerk_test_owner';
const LOCK = 7_208_114_016n;

export interface TestDatabase {
  /** Address with the login that owns the tables. It is no superuser, so the walls bind it as in production. */
  readonly url: string;
  /** Address with the server's superuser, for tests that tamper. */
  readonly superuserUrl: string;
  /** Connections as the server's superuser, whom no wall binds; kept, because each first look at the tables is slow. */
  readonly superuser: pg.Pool;
  readonly app: Database;
  readonly system: Database;
  readonly drop: () => Promise<void>;
}

/**
 * A fresh, migrated database of its own, cloned from a template that is migrated once per state of the migrations.
 * Needs ZAHLWERK_TEST_DATABASE_URL: a superuser's address on a server for tests.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = process.env.ZAHLWERK_TEST_DATABASE_URL;
  if (!server)
    throw new Error('ZAHLWERK_TEST_DATABASE_URL is not set: a superuser on a Postgres server for tests.');
  const template = `zahlwerk_test_${await fingerprint()}`;
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await withServer(server, async (client) => {
    // One at a time: a template cannot be cloned while somebody is connected to it.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await ensureTemplate(client, server, template);
    await client.query(`CREATE DATABASE ${testName(name)} TEMPLATE ${testName(template)} OWNER ${OWNER}`);
  });
  const url = addressOf(server, name, OWNER);
  const app = createDatabase(url, { role: 'zahlwerk_app', connections: 20 });
  const system = createDatabase(url, { role: 'zahlwerk_system', connections: 5 });
  const superuserUrl = addressOf(server, name);
  const superuser = new pg.Pool({ connectionString: superuserUrl });
  // A test may well cut every connection.
  superuser.on('error', () => {});
  return {
    url,
    superuserUrl,
    superuser,
    app,
    system,
    drop: async () => {
      await Promise.all([app.close(), system.close(), superuser.end()]);
      await withServer(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${testName(name)} WITH (FORCE)`);
      });
    },
  };
};

const ensureTemplate = async (client: pg.Client, server: string, template: string): Promise<void> => {
  const { rows } = await client.query<{ ready: boolean }>(
    `SELECT shobj_description(oid, 'pg_database') = 'ready' AS ready FROM pg_database WHERE datname = $1`,
    [template],
  );
  if (rows[0]?.ready) return;
  await client.query(ROLES);
  // Left behind by a run that was ended in the middle.
  await client.query(`DROP DATABASE IF EXISTS ${testName(template)} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${testName(template)} OWNER ${OWNER}`);
  await migrate(addressOf(server, template, OWNER));
  await client.query(`COMMENT ON DATABASE ${testName(template)} IS 'ready'`);
};

/** The owner may not create roles, as on a managed server where somebody else has prepared them. */
const ROLES = `
  DO $$
  DECLARE
    name text;
  BEGIN
    FOREACH name IN ARRAY ARRAY['zahlwerk_app', 'zahlwerk_system', '${OWNER}'] LOOP
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I', name);
      END IF;
    END LOOP;
  END $$;
  ALTER ROLE ${OWNER} LOGIN PASSWORD '${OWNER}';
  GRANT zahlwerk_app, zahlwerk_system TO ${OWNER}`;

const fingerprint = async (): Promise<string> => {
  const { migrationDirectories } = await readMigrations();
  const content = JSON.stringify([migrationDirectories, getConstructionPlans('pgboss')]);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
};

const addressOf = (server: string, name: string, login?: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (login) {
    url.username = login;
    url.password = login;
  }
  return url.href;
};

/** The last guard before CREATE and DROP: never a database that is not one of ours for tests. */
const testName = (name: string): string => {
  if (!/^zahlwerk_test_[0-9a-f_]+$/.test(name)) throw new Error(`"${name}" is no database for tests.`);
  return name;
};

const withServer = async (server: string, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};
