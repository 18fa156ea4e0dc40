import type { SystemTransaction } from '@zahlwerk/db/system';
import type { TenantTransaction } from '@zahlwerk/db/tenant';

/** The queue to which a job goes, with its data, when its last retry has failed. */
export const DEAD_LETTERS = 'dead-letters';

/** What a job carries: JSON, ids only. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

export interface EnqueueOptions {
  /** At most one job with this key waits in its queue; one that is already running does not count. */
  readonly singletonKey?: string;
  /** Not before; real time. */
  readonly startAfter?: Date;
}

export interface JobRun<Data extends JobData> {
  readonly id: string;
  readonly data: Data;
  /** Aborted when the job may run no longer; pass it on to foreign calls. */
  readonly signal: AbortSignal;
}

export interface WorkOptions {
  /** How many of this queue run at once in this process; 1 unless said otherwise. */
  readonly concurrency?: number;
  /** Seconds a run may take. */
  readonly expireInSeconds?: number;
}

export interface BatchOptions extends WorkOptions {
  /** How many jobs are taken from the queue together, at most. */
  readonly size: number;
}

/** What became of each run of a batch, in their order. */
export type BatchOutcome = readonly PromiseSettledResult<unknown>[];

/** The durable queue. A job commits or vanishes with the transaction that put it there. */
export interface Jobs {
  /** Puts a job into the queue inside the tenant's transaction. Null when one with its singleton key waits already. */
  enqueue(
    tx: TenantTransaction | SystemTransaction,
    name: string,
    data: JobData,
    options?: EnqueueOptions,
  ): Promise<string | null>;
  /** Lets this process work on a queue. A handler that throws is run again later; it must bear being run twice. */
  work<Data extends JobData>(
    name: string,
    handler: (run: JobRun<Data>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>;
  /**
   * The same for a queue whose jobs come in crowds: as many as wait, up to `size`, are taken by one query and settled by
   * one. Each is settled by its own outcome; a handler that throws has failed them all.
   */
  workInBatches<Data extends JobData>(
    name: string,
    handler: (runs: readonly JobRun<Data>[]) => Promise<BatchOutcome>,
    options: BatchOptions,
  ): Promise<void>;
  /** Puts an empty job into a queue at the times of a cron expression (UTC), once however many processes there are. */
  every(cron: string, name: string): Promise<void>;
  /** Looks into a queue at once instead of at the next poll, for as many new jobs as were put there. Call it after the commit. */
  kick(name: string, added?: number): void;
  cancel(name: string, id: string): Promise<void>;
  stop(): Promise<void>;
}
