import { randomUUID } from 'node:crypto';
import { connectionOptions } from '@zahlwerk/db/connection';
import { fromPrisma, type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { type Crew, startCrew } from './crew.ts';
import { DEAD_LETTERS, type JobData, type Jobs } from './jobs.ts';

/**
 * A run whose process has died is found after two missed heartbeats. The retries together take under three hours,
 * far less than the 24 hours for which providers remember an idempotency key.
 */
const QUEUE = {
  // One waiting job per key; a job that is already running does not stop the next one from waiting.
  policy: 'short',
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 1_800,
  deleteAfterSeconds: 3 * 24 * 60 * 60,
} as const;

const POLL_SECONDS = 2;
const STOP_MS = 3_500;

export interface JobsSettings {
  /** Address with the owner's login; the queue works as zahlwerk_system. */
  readonly url: string;
  readonly log: Logger;
  /** Only producers and tests say false: then nothing looks after the queue here. */
  readonly supervise?: boolean;
}

/** Where one worker of a queue works, by the queue's own id of it. */
interface Seat {
  worker: string;
}

/** The durable queue on pg-boss. Its tables come with the migrations. */
export const startJobs = async ({ url, log, supervise = true }: JobsSettings): Promise<Jobs> => {
  const boss = new PgBoss({
    ...connectionOptions(url, 'zahlwerk_system'),
    max: 4,
    // Nobody watches: on a busy machine a worker waits longer for its connection than a person would.
    connectionTimeoutMillis: 15_000,
    createSchema: false,
    migrate: false,
    schedule: supervise,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 5,
    supervise,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue is in trouble'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'));
  await boss.start();
  await boss.createQueue(DEAD_LETTERS, { ...QUEUE, retentionSeconds: 90 * 24 * 60 * 60 });

  const queues = new Map<string, Promise<void>>([[DEAD_LETTERS, Promise.resolve()]]);
  const workers = new Map<string, Crew<Seat>>();
  const resultOf = (
    queue: string,
    { id, retryCount }: Job<JobData>,
    outcome: PromiseSettledResult<unknown> | undefined,
  ): JobResult => {
    if (outcome?.status === 'fulfilled') return { id, status: 'completed' };
    const error: unknown = outcome?.reason ?? new Error('Nobody has said what became of this job.');
    log.warn({ err: error, queue, job: id, retries: retryCount }, 'a job has failed and is run again');
    return { id, status: 'failed', output: error };
  };
  const ensureQueue = (name: string): Promise<void> => {
    const known = queues.get(name) ?? boss.createQueue(name, { ...QUEUE, deadLetter: DEAD_LETTERS });
    queues.set(name, known);
    known.catch(() => queues.delete(name));
    return known;
  };

  const workInBatches: Jobs['workInBatches'] = async (
    name,
    handler,
    { concurrency = 1, expireInSeconds, size },
  ) => {
    await ensureQueue(name);
    if (expireInSeconds) await boss.updateQueue(name, { expireInSeconds });
    const crew = workers.get(name) ?? startCrew<Seat>();
    workers.set(name, crew);
    const run = async (seat: Seat, batch: readonly Job<JobData>[]): Promise<JobResult[]> => {
      crew.begin(seat);
      try {
        const outcomes = await handler(
          batch.map(({ id, data, signal }) => ({ id, data: data as never, signal })),
        );
        return batch.map((job, at) => resultOf(name, job, outcomes[at]));
      } finally {
        crew.end(seat);
        // Look for the next job at once, not at the next poll.
        boss.notifyWorker(seat.worker);
      }
    };
    const options = { batchSize: size, pollingIntervalSeconds: POLL_SECONDS, perJobResults: true } as const;
    for (let one = 0; one < concurrency; one++) {
      const seat: Seat = { worker: '' };
      seat.worker = await boss.work<JobData, never, typeof options>(name, options, (jobs) => run(seat, jobs));
      crew.join(seat);
    }
  };

  return {
    kick: (name, added = 1) => {
      for (const { worker } of workers.get(name)?.wake(added) ?? []) boss.notifyWorker(worker);
    },
    enqueue: async (tx, name, data, { singletonKey, startAfter } = {}) => {
      await ensureQueue(name);
      return boss.send(name, data, {
        db: fromPrisma(tx),
        singletonKey: singletonKey ?? randomUUID(),
        ...(startAfter ? { startAfter } : {}),
      });
    },
    work: (name, handler, options = {}) =>
      workInBatches(name, (runs) => Promise.allSettled(runs.map((run) => handler(run as never))), {
        ...options,
        size: 1,
      }),
    workInBatches,
    every: async (cron, name) => {
      await ensureQueue(name);
      await boss.schedule(name, cron);
    },
    cancel: async (name, id) => {
      await boss.cancel(name, id);
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS, close: true }),
  };
};
