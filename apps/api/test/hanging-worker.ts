import { pino } from 'pino';
import { startJobs } from '../src/jobs/pg-boss-jobs.ts';

/** A process that takes a job, says so, and never finishes it: to be killed. */
const [url = '', queue = ''] = process.argv.slice(2);
const jobs = await startJobs({ url, log: pino({ level: 'silent' }) });
await jobs.work(queue, async ({ id }) => {
  process.send?.(id);
  await new Promise(() => {});
});
process.send?.('ready');
