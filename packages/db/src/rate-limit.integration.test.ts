import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countUse } from './rate-limit.ts';
import { withSystem } from './system.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const MINUTE = 60_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const use = (key: string, now: number) =>
  withSystem(database.system, (tx) => countUse(tx, { key, limit: 3, windowSeconds: 60 }, now));

describe('counting uses', () => {
  it('allows so many within the window, then says how long to wait, then begins anew', async () => {
    for (const _ of [1, 2, 3]) expect(await use('one', NOW)).toBeNull();
    expect(await use('one', NOW + 20_000)).toBe(40);
    expect(await use('another', NOW + 20_000)).toBeNull();
    expect(await use('one', NOW + MINUTE)).toBeNull();
  });

  it('counts exactly when many come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => use('crowd', NOW)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
  });

  it('forgets what nobody has used for a day, and leaves the counters of others alone', async () => {
    await withSystem(database.system, (tx) =>
      tx.rateLimit.create({ data: { id: 'sign-in', key: '::1/sign-in', count: 1, lastRequest: 1n } }),
    );
    await use('old', NOW);
    await use('new', NOW + 25 * 60 * MINUTE);
    const left = await withSystem(database.system, (tx) => tx.rateLimit.findMany({ orderBy: { id: 'asc' } }));
    expect(left.map(({ id }) => id)).toEqual(['sign-in', 'use:new']);
  });
});
