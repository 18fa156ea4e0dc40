import { setTimeout as pause } from 'node:timers/promises';
import type { BenchDesk } from './desk.ts';

const LOOK_MS = 2_000;
/** As much as a process does that only looks around: a twentieth of a core. */
const QUIET = 0.05;

/** Resolves once the API has worked off what earlier calls have left behind: mails, papers, automatic steps. */
export const untilQuiet = async ({ metric }: BenchDesk): Promise<void> => {
  for (;;) {
    const before = await metric('process_cpu_seconds_total');
    await pause(LOOK_MS);
    const spent = (await metric('process_cpu_seconds_total')) - before;
    if (spent / (LOOK_MS / 1_000) < QUIET) return;
  }
};
