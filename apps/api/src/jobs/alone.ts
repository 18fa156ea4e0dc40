import type { BatchOutcome, JobData, JobRun } from './jobs.ts';

/** A handler of batches that is given one job at a time, and throws what made it fail. */
export const alone =
  <Data extends JobData>(handler: (runs: readonly JobRun<Data>[]) => Promise<BatchOutcome>) =>
  async (run: JobRun<Data>): Promise<void> => {
    const [outcome] = await handler([run]);
    if (outcome?.status === 'rejected') throw outcome.reason;
  };
