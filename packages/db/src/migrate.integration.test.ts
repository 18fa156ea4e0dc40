import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS, readMigrations, readSchema } from './migration-files.ts';
import { withSchemaEngine } from './schema-engine.ts';

let url: string;
let client: pg.Client;
let folder: string;

const onServer = async (sql: string): Promise<void> => {
  const server = new pg.Client({ connectionString: process.env.ZAHLWERK_TEST_DATABASE_URL });
  await server.connect();
  await server.query(sql);
  await server.end();
};

beforeEach(async () => {
  const name = `zahlwerk_test_migrate_${randomBytes(4).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const address = new URL(process.env.ZAHLWERK_TEST_DATABASE_URL ?? '');
  address.pathname = `/${name}`;
  url = address.href;
  client = new pg.Client({ connectionString: url });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
});

afterEach(async () => {
  const { database } = client;
  await client.end();
  await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
  await rm(folder, { recursive: true });
});

const addMigration = async (name: string, sql: string): Promise<void> => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
};

const tableExists = async (name: string): Promise<boolean> =>
  (await client.query('SELECT to_regclass($1) IS NOT NULL AS found', [name])).rows[0].found;

describe('migrate', () => {
  it('fills an empty database, and has nothing to do the second time', async () => {
    const { migrationDirectories } = await readMigrations();
    expect(await migrate(url)).toEqual(migrationDirectories.map(({ path }) => path));
    expect(await migrate(url)).toEqual([]);
    expect(await tableExists('pgboss.job')).toBe(true);
  });

  it('leads exactly to the Prisma schema', async () => {
    await migrate(url);
    const schema = await readSchema();
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const diff = await withSchemaEngine(pool, (engine, filters) =>
      engine.diff({
        from: { tag: 'schemaDatasource', ...schema, configDir: '.' },
        to: { tag: 'schemaDatamodel', ...schema },
        script: true,
        exitCode: null,
        filters,
      }),
    );
    await pool.end();
    expect(diff.stdout).toContain('This is an empty migration');
  });

  it('is done once when several processes start at the same time', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('applies what was added since, and leaves nothing of a migration that fails', async () => {
    await migrate(url, folder);
    await addMigration('29990101000000_add_first', 'CREATE TABLE first (id int);');
    await addMigration(
      '29990101000001_add_second',
      'CREATE TABLE second (id int); SELECT no_such_function();',
    );
    await expect(migrate(url, folder)).rejects.toThrow(/no_such_function/);
    expect([await tableExists('first'), await tableExists('second')]).toEqual([true, false]);
    await addMigration('29990101000001_add_second', 'CREATE TABLE second (id int);');
    expect(await migrate(url, folder)).toEqual(['29990101000001_add_second']);
  });

  it('refuses a database that is newer than the program', async () => {
    await addMigration('29990101000000_add_first', 'CREATE TABLE first (id int);');
    await migrate(url, folder);
    await expect(migrate(url)).rejects.toThrow(
      'The database is newer than this program: it has 29990101000000_add_first. Start the newer version.',
    );
  });

  it('refuses migrations that were edited after they had been applied', async () => {
    await addMigration('29990101000000_add_first', 'CREATE TABLE first (id int);');
    await migrate(url, folder);
    await addMigration('29990101000000_add_first', 'CREATE TABLE first (id bigint);');
    await expect(migrate(url, folder)).rejects.toThrow(
      /edited after they had been applied: 29990101000000_add_first/,
    );
  });

  it('opens the accounts of later postings for businesses from before', async () => {
    const newer = (await readdir(folder)).filter((name) => /^\d/.test(name) && name >= '20261127200000');
    for (const name of newer) await rm(join(folder, name), { recursive: true });
    await migrate(url, folder);
    await client.query(`INSERT INTO organization
        (id, mode, name, legal_name, country, currency, time_zone, locale, created_at, updated_at)
      VALUES (gen_random_uuid(), 'DEMO', 'Nord', 'Nord', 'DE', 'EUR', 'Europe/Berlin', 'de', now(), now())`);
    await migrate(url);
    const { rows } = await client.query('SELECT key, number FROM ledger_account ORDER BY number');
    expect(rows).toEqual([
      { key: 'TRANSIT', number: '1361' },
      { key: 'TAX_REFUND', number: '1780' },
      { key: 'ROUNDING', number: '2309' },
      { key: 'INTEREST_INCOME', number: '2650' },
      { key: 'OTHER_INCOME', number: '2700' },
      { key: 'SKONTO_FREE', number: '8730' },
      { key: 'SKONTO_7', number: '8731' },
      { key: 'SKONTO_19', number: '8736' },
    ]);
  });

  it('gives the job queue to the system role, and lets the app only put jobs in', async () => {
    await migrate(url);
    const { rows } = await client.query(
      `SELECT DISTINCT relowner::regrole::text AS owner,
         has_table_privilege('zahlwerk_app', pg_class.oid, 'INSERT') AS app_inserts,
         has_table_privilege('zahlwerk_app', pg_class.oid, 'DELETE') AS app_deletes
       FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace AND relkind IN ('r', 'p')`,
    );
    expect(rows).toEqual([{ owner: 'zahlwerk_system', app_inserts: true, app_deletes: false }]);
  });
});
