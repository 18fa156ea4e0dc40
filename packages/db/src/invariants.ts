import { readFile } from 'node:fs/promises';

export interface Violation {
  /** The sentence that does not hold. */
  readonly invariant: string;
  /** The first rows that break it. */
  readonly rows: readonly unknown[];
}

export interface Invariant {
  readonly name: string;
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
      const end = part.indexOf('\n');
      return { name: part.slice(0, end).trim(), sql: part.slice(end).trim().replace(/;$/, '') };
    });
};

/**
 * Asks every invariant and returns the broken ones. `query` decides whose rows are seen: one organization's
 * (`(sql) => tx.$queryRawUnsafe(sql)` inside `withTenant`), or everybody's with a superuser.
 */
export const findViolations = async (
  query: (sql: string) => Promise<readonly unknown[]>,
): Promise<Violation[]> => {
  const violations: Violation[] = [];
  for (const { name, sql } of await readInvariants()) {
    const rows = await query(`SELECT * FROM (${sql}) violation LIMIT ${SHOWN}`);
    if (rows.length > 0) violations.push({ invariant: name, rows });
  }
  return violations;
};
