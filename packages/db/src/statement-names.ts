import { createHash } from 'node:crypto';

/** Each connection keeps the plans of its named statements; past these limits a statement is planned every time. */
const MOST_NAMES = 500;
const MOST_ARGUMENTS = 50;

/**
 * Names statements, so that a connection plans each of them once and not every time. Lists and bulk inserts differ by
 * their length; the long ones stay nameless, and so does what comes after the first few hundred.
 */
export const createStatementNames = (): ((query: { sql: string; args: unknown[] }) => string) => {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length > MOST_ARGUMENTS) return '';
    const known = names.get(sql);
    if (known || names.size >= MOST_NAMES) return known ?? '';
    const name = `zw_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
};
