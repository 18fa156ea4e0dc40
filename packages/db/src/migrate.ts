import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { installJobTables } from './job-tables.ts';
import { MIGRATIONS, readMigrations } from './migration-files.ts';
import { withSchemaEngine } from './schema-engine.ts';

const OLDEST_POSTGRES = 15;
const LOCK = 7_208_114_015n;

/** A sentence for the person who starts the program; nothing has been changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/**
 * Brings the database to the state of this program: tables, walls, job queue. Safe to call at every start and by
 * several processes at once; each migration and its record in `_prisma_migrations` are one transaction, so an
 * interrupted start leaves nothing half done. Returns the names of what was applied.
 * Throws MigrationRefused when the database is newer than the program or a migration was edited.
 */
export const migrate = async (ownerUrl: string, folder = MIGRATIONS): Promise<string[]> => {
  // One connection, so that the engine's statements run inside the transactions opened here.
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, connectionTimeoutMillis: 10_000 });
  try {
    await refuseOldServer(pool);
    await pool.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await pool.query(HISTORY);
    const migrations = await readMigrations(folder);
    const pending = await withSchemaEngine(pool, (engine) => findPending(engine, migrations));
    for (const name of pending) await applyUpTo(pool, migrations, name);
    await installJobTables(pool);
    return pending;
  } finally {
    await pool.end();
  }
};

/** Prisma's own table. The engine would create it, but only by way of an error that ends a transaction. */
const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

const refuseOldServer = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  const version = rows[0]?.version ?? '';
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES)
    throw new MigrationRefused(`Postgres ${version} is too old; Zahlwerk needs ${OLDEST_POSTGRES} or newer.`);
};

const findPending = async (engine: SchemaEngine, migrationsList: MigrationList): Promise<string[]> => {
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  const { history, failedMigrationNames, editedMigrationNames } = diagnosis;
  if (history?.diagnostic === 'migrationsDirectoryIsBehind' || history?.diagnostic === 'historiesDiverge')
    throw new MigrationRefused(
      `The database is newer than this program: it has ${history.unpersistedMigrationNames.join(', ')}. Start the newer version.`,
    );
  if (failedMigrationNames.length > 0)
    throw new MigrationRefused(`A migration has failed before: ${failedMigrationNames.join(', ')}.`);
  if (editedMigrationNames.length > 0)
    throw new MigrationRefused(
      `Migrations were edited after they had been applied: ${editedMigrationNames.join(', ')}.`,
    );
  return history?.unappliedMigrationNames ?? [];
};

const applyUpTo = async (pool: pg.Pool, migrations: MigrationList, name: string): Promise<void> => {
  const migrationsList = {
    ...migrations,
    migrationDirectories: migrations.migrationDirectories.filter(({ path }) => path <= name),
  };
  await pool.query('BEGIN');
  await withSchemaEngine(pool, (engine, filters) => engine.applyMigrations({ migrationsList, filters }));
  await pool.query('COMMIT');
};
