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
    /** @param {{ pid: number | undefined, ended: Promise<unknown> }} process */
    join: ({ pid, ended }) => {
      if (pid === undefined) return;
      members.set(pid, identityOf(pid));
      note();
      void ended.then(() => members.delete(pid) && note());
    },
    /** Ends whoever an earlier, killed start has left behind. Returns how many there were. */
    endLeftovers: () => endLeftovers(file),
    close: () => rmSync(file, { force: true }),
  };
};

/** Left alone they end by themselves within seconds, having noticed that the launcher is gone. */
const ROUNDS = [
  { signal: null, milliseconds: 7_000 },
  { signal: 'SIGTERM', milliseconds: 5_000 },
  { signal: 'SIGKILL', milliseconds: 5_000 },
];

const endLeftovers = async (file) => {
  const found = read(file).filter(isAlive);
  let left = found;
  for (const { signal, milliseconds } of ROUNDS) {
    if (signal) for (const { pid } of left) signalGroup(pid, signal);
    for (let waited = 0; waited < milliseconds && left.length > 0; waited += 100) {
      await pause(100);
      left = left.filter(isAlive);
    }
  }
  if (left.length > 0)
    throw new Refusal(`Process ${left[0].pid} of an earlier start does not end: end it, then start again.`);
  return found.length;
};

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
};
