import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** Notes who keeps the server, so that a later start can tell an orphan from a server in use. */
export const noteKeeper = (dataDir: string): void => writeFileSync(keeperFile(dataDir), String(process.pid));

/**
 * After a kill -9 the server may have outlived the program. It is ended, for it still has the port and the settings
 * of then. Its pid may meanwhile belong to anybody, so the process is asked first what it is.
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
  // An orphan has been handed to another parent; a server that is still kept has not.
  if (found.parent === keeperOf(dataDir))
    throw new EmbeddedPostgresError(`The database in ${dataDir} is in use by process ${found.parent}.`);
  await end(pid);
};

const keeperFile = (dataDir: string): string => join(dataDir, 'postgres.keeper');

const keeperOf = (dataDir: string): number | null => {
  const file = keeperFile(dataDir);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
};

interface Process {
  readonly parent: number;
  readonly command: string;
}

/** null when no such process lives; one that has ended and waits for its parent's notice does not live. */
const describe = (pid: number): Process | null => {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
};

/** Small machines have no `ps`, Linux always has /proc. */
const fromProc = (pid: number): Process | null => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') return null;
  return {
    parent: Number(parent),
    command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
  };
};

const fromPs = (pid: number): Process => {
  const line = execFileSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  }).trim();
  const [parent = '', ...command] = line.split(/\s+/);
  return { parent: Number(parent), command: command.join(' ') };
};

/** SIGINT is Postgres's fast shutdown; SIGQUIT leaves the rest to recovery, which loses nothing committed. */
const STEPS = [
  { signal: 'SIGINT', seconds: 20 },
  { signal: 'SIGQUIT', seconds: 10 },
  { signal: 'SIGKILL', seconds: 5 },
] as const;

const end = async (pid: number): Promise<void> => {
  for (const { signal, seconds } of STEPS) {
    process.kill(pid, signal);
    for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
      await pause(100);
      if (describe(pid) === null) return;
    }
  }
  throw new EmbeddedPostgresError(`An earlier Postgres (process ${pid}) does not end.`);
};
