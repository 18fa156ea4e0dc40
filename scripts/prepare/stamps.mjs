import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

/** @typedef {{ name: string, sources: string[], results: string[] }} Made */

/** Where a clone remembers what it was made from. */
const file = (home) => join(home, '.zahlwerk', 'prepared.json');

const read = (home) => {
  try {
    return JSON.parse(readFileSync(file(home), 'utf8'));
  } catch {
    return {};
  }
};

const stampOf = (home, { sources }) => `${process.platform}-${process.arch} ${fingerprint(home, sources)}`;

/**
 * Whether something has to be made: its sources have changed, or a result is missing.
 * @param {string} home
 * @param {Made} made
 */
export const isStale = (home, made) =>
  made.results.some((path) => !existsSync(join(home, path))) || read(home)[made.name] !== stampOf(home, made);

/**
 * @param {string} home
 * @param {Made} made
 */
export const noteMade = (home, made) => {
  mkdirSync(join(home, '.zahlwerk'), { recursive: true });
  const own = `${file(home)}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ ...read(home), [made.name]: stampOf(home, made) }));
  renameSync(own, file(home));
};
