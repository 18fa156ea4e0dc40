import { readFile } from 'node:fs/promises';
import type { Database } from './client.ts';
import { withTenant } from './tenant.ts';

export interface Violation {
  /** The sentence that does not hold. */
  readonly invariant: string;
  /** The first rows that break it. */
  readonly rows: readonly unknown[];
}

export interface Invariant {
  /** What holds, in English; it also stands for the rule in what is stored. */
  readonly name: string;
  /** The same in German. */
  readonly de: string;
  readonly sql: string;
}

const SHOWN = 20;

/** The queries of invariants.sql with the sentence each of them stands for. */
export const readInvariants = async (): Promise<Invariant[]> => {
  const file = await readFile(new URL('./invariants.sql', import.meta.url), 'utf8');
  return file
    .split(/^-- name: /m)
    .slice(1)
    .map((part) => {
      const [, name = '', de = '', sql = ''] = /^(.*?)\n(?:-- de: (.*?)\n)?(.*)$/s.exec(part) ?? [];
      return { name: name.trim(), de: de.trim(), sql: sql.trim().replace(/;$/, '') };
    });
};

/** The first rows that break a rule; null when it could not be asked in the time it has. */
export type Look = readonly Readonly<Record<string, unknown>>[] | null;

/**
 * Asks one rule of one organization's rows, on a state of its own and for so many milliseconds at most: a large database
 * is not to hang on it. Throws when the database cannot be asked at all.
 */
export const askInvariant = async (
  database: Database,
  organizationId: string,
  { sql }: Pick<Invariant, 'sql'>,
  milliseconds: number,
): Promise<Look> => {
  const limits = { snapshot: true, timeout: milliseconds + 5_000, maxWait: 15_000 };
  try {
    return await withTenant(
      database,
      organizationId,
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(milliseconds)}, true)`;
        return tx.$queryRawUnsafe<Readonly<Record<string, unknown>>[]>(firstOf(sql));
      },
      limits,
    );
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
};

/** The server has not answered the query, for lack of time or because of what lies in the rows. */
const isRefused = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2010';

const firstOf = (sql: string): string => `SELECT * FROM (${sql}) violation LIMIT ${SHOWN}`;

/**
 * Asks every invariant and returns the broken ones. `query` decides whose rows are seen: one organization's
 * (`(sql) => tx.$queryRawUnsafe(sql)` inside `withTenant`), or everybody's with a superuser.
 */
export const findViolations = async (
  query: (sql: string) => Promise<readonly unknown[]>,
): Promise<Violation[]> => {
  const violations: Violation[] = [];
  for (const { name, sql } of await readInvariants()) {
    const rows = await query(firstOf(sql));
    if (rows.length > 0) violations.push({ invariant: name, rows });
  }
  return violations;
};
