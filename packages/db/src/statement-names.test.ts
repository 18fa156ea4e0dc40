import { describe, expect, it } from 'vitest';
import { createStatementNames } from './statement-names.ts';

describe('the names of statements', () => {
  it('are the same for the same statement and different for another one', () => {
    const nameOf = createStatementNames();
    const first = nameOf({ sql: 'SELECT $1', args: [1] });
    expect(first).toMatch(/^zw_[0-9a-f]{32}$/);
    expect(nameOf({ sql: 'SELECT $1', args: [2] })).toBe(first);
    expect(nameOf({ sql: 'SELECT $1, 1', args: [1] })).not.toBe(first);
  });

  it('are not given to bulk statements', () => {
    expect(createStatementNames()({ sql: 'INSERT', args: Array(51).fill(0) })).toBe('');
  });

  it('run out, so that no connection keeps plans without end', () => {
    const nameOf = createStatementNames();
    const names = Array.from({ length: 600 }, (_, index) => nameOf({ sql: `SELECT ${index}`, args: [] }));
    expect(names.filter(Boolean)).toHaveLength(500);
    expect(nameOf({ sql: 'SELECT 0', args: [] })).toBe(names[0]);
  });
});
