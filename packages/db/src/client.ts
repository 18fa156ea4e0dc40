import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { PrismaClient } from '../generated/client.ts';
import { takeClient } from './compiled-clients.ts';
import { connectionOptions, type DatabaseRole } from './connection.ts';
import { openPromptly } from './prompt-transactions.ts';
import { createStatementNames } from './statement-names.ts';

export interface Database {
  readonly role: DatabaseRole;
  /** Never used by itself for tenant tables: without an organization it sees no row of them. */
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

export interface DatabaseSettings {
  readonly role: DatabaseRole;
  /** Connections at most; 10 unless told. */
  readonly connections?: number;
  /** Told when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/**
 * A pool of connections that act as the given role, and a Prisma client on it. The address carries the owner's login.
 * Connects when first used; `close` ends every connection.
 */
export const createDatabase = (url: string, settings: DatabaseSettings): Database => {
  const { role, connections = 10, onConnectionLost = () => {} } = settings;
  const pool = new pg.Pool({ ...connectionOptions(url, role), max: connections });
  // Without a listener a broken idle connection would end the process.
  pool.on('error', onConnectionLost);
  pool.on('connect', openPromptly);
  const { prisma, giveBack } = takeClient(
    new PrismaPg(pool, { statementNameGenerator: createStatementNames() }),
  );
  return {
    role,
    prisma,
    pool,
    close: async () => {
      await giveBack();
      await pool.end();
    },
  };
};

/**
 * Asks the database who we are. Throws when it cannot be reached, or when the connection has more rights than its
 * role: then row-level security would not bind it.
 */
export const checkDatabase = async (database: Database): Promise<void> => {
  const { rows } = await database.pool.query<{ role: string; unbound: boolean }>(
    `SELECT current_user AS role, rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user`,
  );
  const [found] = rows;
  if (found?.role !== database.role || found.unbound)
    throw new Error(`Connected as ${found?.role ?? 'nobody'} instead of ${database.role}.`);
};
