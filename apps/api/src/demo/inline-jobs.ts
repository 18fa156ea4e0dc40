import { alone } from '../jobs/alone.ts';
import type { JobData, Jobs } from '../jobs/jobs.ts';
import { untilItPasses } from './until-it-passes.ts';

interface Waiting {
  readonly name: string;
  readonly data: JobData;
}

/** A queue that is worked off where it stands: whoever has filled it waits until it is empty. */
export interface InlineJobs extends Jobs {
  /** Runs what decides how a case goes on, and begins with the papers: their rendering and mailing goes on meanwhile. */
  readonly advance: () => Promise<void>;
  /** Runs everything that waits, and what comes of it. Fails with the first job that has failed. */
  readonly settle: () => Promise<void>;
}

/** Papers are rendered and mailed so many at once. A mail takes its PDF along: while one is being rendered, mails wait. */
const PAPERS_AT_ONCE = 3;
const RENDER = 'render-document';
const MAIL = 'send-message';

/** The transaction that had enqueued the job was rolled back and done again: what the job is about does not exist. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2025';

const isPaper = ({ name }: Waiting): boolean => name === RENDER || name === MAIL;

/** The jobs of the house without their durable queue, for a process that does everything in one go. */
export const createInlineJobs = (): InlineJobs => {
  const handlers = new Map<string, (data: JobData) => Promise<void>>();
  /** What was enqueued in transactions that may not have ended yet. */
  const staged = new Map<string, Waiting>();
  const waiting = new Map<string, Waiting>();
  const printing = new Map<Promise<void>, string>();
  const failures: unknown[] = [];
  let counter = 0;

  const take = (isWanted: (job: Waiting) => boolean): Waiting | undefined => {
    const found = [...waiting].find(([, job]) => isWanted(job));
    if (found) waiting.delete(found[0]);
    return found?.[1];
  };

  /** Call it between transactions: everything enqueued so far is there now. */
  const release = (): void => {
    for (const [key, job] of staged) waiting.set(key, job);
    staged.clear();
  };

  const run = async ({ name, data }: Waiting): Promise<void> => {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`Nobody works on ${name}.`);
    await untilItPasses(() => handler(data)).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  };

  const print = (): void => {
    while (printing.size < PAPERS_AT_ONCE && failures.length === 0) {
      const rendering = [...printing.values(), ...[...waiting.values()].map(({ name }) => name)].includes(
        RENDER,
      );
      const next = take((job) => job.name === RENDER || (job.name === MAIL && !rendering));
      if (!next) return;
      const job = run(next)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => {
          printing.delete(job);
          print();
        });
      printing.set(job, next.name);
    }
  };

  const advance = async (): Promise<void> => {
    for (;;) {
      release();
      print();
      const next = take((job) => !isPaper(job));
      if (!next) return;
      await run(next);
    }
  };

  const settle = async (): Promise<void> => {
    await advance();
    while (printing.size > 0) await Promise.all(printing.keys());
    if (failures.length > 0) throw failures[0];
  };

  const work: Jobs['work'] = async (name, handler) => {
    const { signal } = new AbortController();
    handlers.set(name, (data) => handler({ id: name, data: data as never, signal }));
  };

  return {
    enqueue: async (_tx, name, data, { singletonKey } = {}) => {
      counter += 1;
      const key = singletonKey ? `${name}:${singletonKey}` : `${counter}`;
      if (staged.has(key) || waiting.has(key)) return null;
      staged.set(key, { name, data });
      return key;
    },
    work,
    workInBatches: (name, handler) => work(name, alone(handler)),
    kick: () => {},
    every: async () => {},
    cancel: async () => {},
    stop: async () => {},
    advance,
    settle,
  };
};
