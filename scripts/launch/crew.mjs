import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isAlive, signalGroup } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';

/**
 * The list of processes that belong to a data folder. It lies on disk, so that a start after kill -9 finds who is
 * left.
 * @param {string} dataDir
 */
export const openCrew = (dataDir) => {
  const file = join(dataDir, 'processes.json');
  const members = new Map();
  const note = () => {
    writeFileSync(`${file}.new`, JSON.stringify([...members.values()]));
    renameSync(`${file}.new`, file);
  };
  return {
    /**
     * `signal` is how it likes to be asked to end.
     * @param {{ pid: number | undefined, ended: Promise<unknown> }} process
     */
    join: ({ pid, ended }, signal = 'SIGTERM') => {
      if (pid === undefined) return;
      members.set(pid, { ...identityOf(pid), signal });
      note();
      void ended.then(() => members.delete(pid) && note());
    },
    /** Ends whoever an earlier, killed start has left behind. Returns how many there were. */
    endLeftovers: () => endLeftovers(file),
    close: () => rmSync(file, { force: true }),
  };
};

const PATIENCE = 8_000;

const endLeftovers = async (file) => {
  const found = read(file).filter(isAlive);
  for (const { pid, signal } of found) signalGroup(pid, signal);
  const stubborn = await stillAlive(found);
  for (const { pid } of stubborn) signalGroup(pid, 'SIGKILL');
  const [immortal] = await stillAlive(stubborn);
  if (immortal)
    throw new Refusal(`Process ${immortal.pid} of an earlier start does not end: end it, then start again.`);
  return found.length;
};

const stillAlive = async (processes) => {
  let left = processes.filter(isAlive);
  for (let waited = 0; waited < PATIENCE && left.length > 0; waited += 50) {
    await pause(50);
    left = left.filter(isAlive);
  }
  return left;
};

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
};
