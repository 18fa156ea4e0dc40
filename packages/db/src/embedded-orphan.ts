import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-error.ts';

const keeperFile = (dataDir: string): string => join(dataDir, 'postgres.keeper');

/** Notes who keeps the server, so that a later start can tell an orphan from a server in use. */
export const noteKeeper = (dataDir: string): void => writeFileSync(keeperFile(dataDir), String(process.pid));

/**
 * After a kill -9 the server may have outlived the program: it is ended, for it runs with settings and a port of
 * then. Its pid may meanwhile belong to anybody, so the process is asked what it is first.
 */
export const stopOrphan = async (dataDir: string, clusterDir: string): Promise<void> => {
  const pidFile = join(clusterDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const found = describe(pid);
  if (found === null || !found.command.includes(clusterDir)) {
    rmSync(pidFile, { force: true });
    return;
  }
  if (found.parent === keeperOf(dataDir))
    throw new EmbeddedPostgresError(`The database in ${dataDir} is in use by process ${found.parent}.`);
  await end(pid);
};

const keeperOf = (dataDir: string): number | null => {
  const file = keeperFile(dataDir);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
};

const describe = (pid: number): { parent: number; command: string } | null => {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-ww', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
    const [parent = '', ...command] = line.split(/\s+/);
    return { parent: Number(parent), command: command.join(' ') };
  } catch {
    return null;
  }
};

/** SIGINT is Postgres's fast shutdown; SIGQUIT leaves the rest to crash recovery, which loses nothing committed. */
const end = async (pid: number): Promise<void> => {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 10; waited += 1) {
      await pause(100);
      if (describe(pid) === null) return;
    }
  }
  throw new EmbeddedPostgresError(`An earlier Postgres (process ${pid}) does not end.`);
};
