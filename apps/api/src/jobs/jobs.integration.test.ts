import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobData, Jobs } from './jobs.ts';
import { DEAD_LETTERS } from './jobs.ts';
import { startJobs } from './pg-boss-jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await startJobs({ url: database.url, log: pino({ level: 'silent' }) });
});

afterAll(async () => {
  await jobs.stop();
  await database.drop();
});

const organizationId = uuidv7();

const within = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  withTenant(database.app, organizationId, work);

/** Everything that runs in a queue, in the order in which it runs. */
const collect = async (queue: string) => {
  const runs: JobData[] = [];
  const waiting: (() => void)[] = [];
  await jobs.work(queue, async ({ data }) => {
    runs.push(data);
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    runs,
    until: async (count: number): Promise<void> => {
      while (runs.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
};

const countOf = async (queue: string): Promise<number> => {
  const { rows } = await database.system.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pgboss.job WHERE name = $1',
    [queue],
  );
  return rows[0]?.count ?? 0;
};

/** The contract of the queue, for whatever implements it. */
describe('jobs', { timeout: 30_000 }, () => {
  it('vanish with the transaction that rolls back', async () => {
    await within(async (tx) => {
      await jobs.enqueue(tx, 'rolled-back', { at: 1 });
      throw new Error('refused');
    }).catch(() => {});
    expect(await countOf('rolled-back')).toBe(0);
  });

  it('run once when the transaction has committed, at once when kicked', async () => {
    const { runs, until } = await collect('committed');
    await within((tx) => jobs.enqueue(tx, 'committed', { at: 1 }));
    jobs.kick('committed');
    await until(1);
    expect(runs).toEqual([{ at: 1 }]);
  });

  it('run one after the other without waiting for a poll in between', async () => {
    const { runs, until } = await collect('in-a-row');
    await within(async (tx) => {
      for (let at = 0; at < 30; at++) await jobs.enqueue(tx, 'in-a-row', { at });
    });
    jobs.kick('in-a-row');
    await until(30);
    expect(runs.map(({ at }) => at)).toEqual(Array.from({ length: 30 }, (_, at) => at));
  });

  it('in a crowd are taken together, and each is settled by what became of it', async () => {
    const batches: number[][] = [];
    const done = Promise.withResolvers<void>();
    await within(async (tx) => {
      for (let at = 0; at < 7; at++) await jobs.enqueue(tx, 'in-a-crowd', { at });
    });
    await jobs.workInBatches<{ at: number }>(
      'in-a-crowd',
      async (runs) => {
        batches.push(runs.map(({ data }) => data.at).sort());
        if (batches.flat().length === 8) done.resolve();
        const isFirst = batches.flat().filter((at) => at === 2).length === 1;
        return Promise.allSettled(
          runs.map(async ({ data }) => {
            if (data.at === 2 && isFirst) throw new Error('not yet');
          }),
        );
      },
      { size: 5 },
    );
    await done.promise;
    expect(batches).toEqual([[0, 1, 2, 3, 4], [5, 6], [2]]);
  });

  it('wait only once per key, and again once the first one runs', async () => {
    const enqueue = (at: number) =>
      within((tx) => jobs.enqueue(tx, 'keyed', { at }, { singletonKey: 'case-1' }));
    expect(await enqueue(1)).not.toBeNull();
    expect(await enqueue(2)).toBeNull();
    const second = Promise.withResolvers<string | null>();
    const done = Promise.withResolvers<void>();
    let first = true;
    await jobs.work('keyed', async () => {
      if (!first) return done.resolve();
      first = false;
      second.resolve(await enqueue(3));
    });
    expect(await second.promise).not.toBeNull();
    jobs.kick('keyed');
    await done.promise;
  });

  it('without a key do not stand in each other’s way', async () => {
    await within(async (tx) => {
      await jobs.enqueue(tx, 'unkeyed', { at: 1 });
      await jobs.enqueue(tx, 'unkeyed', { at: 2 });
    });
    expect(await countOf('unkeyed')).toBe(2);
  });

  it('do not run before their time, nor after they were canceled', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000);
    await within((tx) => jobs.enqueue(tx, 'not-now', { at: 'tomorrow' }, { startAfter: tomorrow }));
    const id = await within((tx) => jobs.enqueue(tx, 'not-now', { at: 'canceled' }));
    await jobs.cancel('not-now', id ?? '');
    const { runs, until } = await collect('not-now');
    await within((tx) => jobs.enqueue(tx, 'not-now', { at: 'now' }));
    jobs.kick('not-now');
    await until(1);
    expect(runs).toEqual([{ at: 'now' }]);
  });

  it('run again after a failure', async () => {
    const succeeded = Promise.withResolvers<number>();
    let runs = 0;
    await jobs.work('fails-once', async () => {
      runs += 1;
      if (runs === 1) throw new Error('the provider is away');
      succeeded.resolve(runs);
    });
    await within((tx) => jobs.enqueue(tx, 'fails-once', {}));
    jobs.kick('fails-once');
    expect(await succeeded.promise).toBe(2);
  });

  it('are dead letters when their last retry has failed, for somebody else to work on', async () => {
    const id = await within((tx) => jobs.enqueue(tx, 'always-fails', { at: 'the end' }));
    await database.system.pool.query('UPDATE pgboss.job SET retry_limit = 0 WHERE id = $1', [id]);
    await jobs.work('always-fails', async () => {
      throw new Error('never works');
    });
    jobs.kick('always-fails');
    await expect.poll(() => countOf(DEAD_LETTERS), { timeout: 10_000 }).toBe(1);
    const { runs, until } = await collect(DEAD_LETTERS);
    await until(1);
    expect(runs).toEqual([{ at: 'the end' }]);
  });

  it('are taken over from a worker that was killed', async () => {
    const worker = fork(fileURLToPath(new URL('../../test/hanging-worker.ts', import.meta.url)), [
      database.url,
      'killed',
    ]);
    await once(worker, 'message');
    const id = await within((tx) => jobs.enqueue(tx, 'killed', { at: 1 }));
    const [taken] = await once(worker, 'message');
    expect(taken).toBe(id);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    const again = Promise.withResolvers<string>();
    await jobs.work('killed', async (run) => again.resolve(run.id));
    expect(await again.promise).toBe(id);
  });
});
