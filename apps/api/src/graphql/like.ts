import { Prisma } from '@zahlwerk/db/generated/client';

/** A part of a text in any case, for a filter: the characters that LIKE takes for any others stand for themselves. */
export const containing = (part: string) => ({
  contains: part
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
});

/**
 * Begins with the number, as a range: behind the wall of row-level security only comparisons that leak nothing may use
 * an index, and LIKE is none of them. Letters stand behind digits in every collation.
 */
export const numbered = (column: string, start: string): Prisma.Sql => {
  const from = start.toUpperCase();
  return Prisma.sql`${Prisma.raw(column)} >= ${from} AND ${Prisma.raw(column)} < ${`${from}Z`}`;
};
