import type { TestDatabase } from '@zahlwerk/db/test-database';
import type pg from 'pg';
import { alone } from '../src/jobs/alone.ts';
import type { JobData, Jobs } from '../src/jobs/jobs.ts';
import type { Ports } from '../src/ports.ts';
import { registerWorkers } from '../src/workers.ts';
import { asSuperuser } from './rows.ts';

type Handler = (data: JobData) => Promise<void>;

export interface HandWorked {
  /** Gives it the workers of the house instead of letting them run by themselves. */
  readonly register: (ports: Ports) => Promise<void>;
  /**
   * Runs every job that waits in the durable queue, one after the other in the order in which they were put there, and
   * what comes of them. Fails with the first job that fails; it stays in the queue, as it would. Gives back how many ran.
   */
  readonly workOff: (queue?: string) => Promise<number>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly data: JobData;
}

/** The real queue and the real handlers, but the test decides when they work: what happens first is no luck. */
export const handWorked = (database: () => Pick<TestDatabase, 'superuser'>): HandWorked => {
  const handlers = new Map<string, Handler>();
  const next = async (client: pg.PoolClient, queue: string | null): Promise<Row | undefined> => {
    const { rows } = await client.query<Row>(
      `SELECT id, name, data FROM pgboss.job
       WHERE state IN ('created', 'retry') AND start_after <= now() AND ($1::text IS NULL OR name = $1)
       ORDER BY created_on, id LIMIT 1`,
      [queue],
    );
    return rows[0];
  };
  const work: Jobs['work'] = async (name, handler) => {
    const { signal } = new AbortController();
    handlers.set(name, (data) => handler({ id: name, data: data as never, signal }));
  };
  return {
    register: (ports) =>
      registerWorkers({
        ...ports,
        jobs: {
          ...ports.jobs,
          every: async () => {},
          work,
          workInBatches: (name, handler) => work(name, alone(handler)),
        },
      }),
    workOff: (queue) =>
      asSuperuser(database(), async (client) => {
        for (let done = 0; ; done += 1) {
          const job = await next(client, queue ?? null);
          if (!job) return done;
          const handler = handlers.get(job.name);
          if (!handler) throw new Error(`Nobody works on ${job.name}.`);
          await handler(job.data);
          await client.query('DELETE FROM pgboss.job WHERE id = $1', [job.id]);
        }
      }),
  };
};
