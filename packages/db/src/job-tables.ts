import type { Pool } from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';

const SCHEMA = 'pgboss';

/**
 * Creates or updates the tables of pg-boss by its own SQL. They belong to zahlwerk_system, whose workers maintain
 * them; zahlwerk_app may only put jobs in, inside its own transactions. Needs a pool of one connection.
 */
export const installJobTables = async (owner: Pool): Promise<void> => {
  const construction = getConstructionPlans(SCHEMA, { createSchema: false });
  const latest = versionOf(construction);
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION zahlwerk_system`);
  await owner.query('SET ROLE zahlwerk_system');
  const installed = await installedVersion(owner);
  if (installed === latest) return;
  await owner.query(installed === null ? construction : getMigrationPlans(SCHEMA, installed));
  await owner.query(GRANTS);
};

const GRANTS = `
  GRANT USAGE ON SCHEMA ${SCHEMA} TO zahlwerk_app;
  GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA ${SCHEMA} TO zahlwerk_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${SCHEMA} GRANT SELECT, INSERT, UPDATE ON TABLES TO zahlwerk_app`;

const installedVersion = async (owner: Pool): Promise<number | null> => {
  const table = await owner.query<{ found: boolean }>(
    `SELECT to_regclass('${SCHEMA}.version') IS NOT NULL AS found`,
  );
  if (!table.rows[0]?.found) return null;
  const { rows } = await owner.query<{ version: number }>(`SELECT version FROM ${SCHEMA}.version`);
  return rows[0]?.version ?? null;
};

/** pg-boss tells the version of its tables nowhere but in the script that writes it down. */
const versionOf = (construction: string): number => {
  const found = /version\(version\) VALUES \('(\d+)'\)/.exec(construction)?.[1];
  if (!found) throw new Error('This version of pg-boss does not say which version its tables have.');
  return Number(found);
};
