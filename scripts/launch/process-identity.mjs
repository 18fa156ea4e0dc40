import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ pid: number, started: string }} Identity A pid alone proves nothing, it is given out again; together
 *   with its start time it names one process.
 */

/**
 * Parent, name and start time of a living process; null when there is none.
 * @param {number} pid
 * @returns {{ parent: number, name: string, started: string } | null}
 */
export const look = (pid) => {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
};

const fromProc = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  if (fields[0] === 'Z') return null;
  return { parent: Number(fields[1]), name: stat.slice(stat.indexOf('(') + 1, end), started: fields[19] };
};

const fromPs = (pid) => {
  const line = execFileSync('ps', ['-o', 'ppid=,lstart=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
  }).trim();
  const [parent, ...rest] = line.split(/\s+/);
  return { parent: Number(parent), started: rest.slice(0, 5).join(' '), name: rest.slice(5).join(' ') };
};

/**
 * @param {number} pid
 * @returns {Identity}
 */
export const identityOf = (pid) => ({ pid, started: look(pid)?.started ?? '' });

/** @param {Identity} identity */
export const isAlive = ({ pid, started }) => look(pid)?.started === started;

/**
 * The npm that has started this process, with perhaps a shell or two between; null when it was started otherwise.
 * @returns {Identity | null}
 */
export const npmAbove = () => {
  if (!process.env.npm_lifecycle_event) return null;
  let pid = process.ppid;
  for (let steps = 0; steps < 4 && pid > 1; steps += 1) {
    const found = look(pid);
    if (!found) return null;
    if (/^(npm|pnpm|yarn)\b/.test(found.name)) return { pid, started: found.started };
    pid = found.parent;
  }
  return null;
};

/** Signals a process and everything in its group; false when there is nobody left. */
export const signalGroup = (pid, signal) => {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
};
