import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isAlive, npmAbove } from './process-identity.mjs';

/**
 * One holder at a time. A holder that has died does not count, one that is ending is waited for.
 * @param {string} file
 * @param {(holder: { pid: number, ending: boolean }) => void} onHeld called once while another process holds it: it
 *   throws, or lets the waiting go on
 */
export const acquireLock = async (file, onHeld) => {
  const self = { ...identityOf(process.pid), npm: npmAbove() };
  let told = null;
  while (!place(file, self)) {
    const holder = read(file);
    if (holder === null || !isAlive(holder)) setAside(file, holder);
    else {
      const ending = isEnding(holder);
      if (told !== `${holder.pid} ${ending}`) onHeld({ pid: holder.pid, ending });
      told = `${holder.pid} ${ending}`;
      await pause(200);
    }
  }
  return {
    announceEnd: () => replace(file, { ...self, ending: true }),
    release: () => rmSync(file, { force: true }),
  };
};

/** A link appears with its content or not at all. */
const place = (file, content) => {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(content));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
};

const replace = (file, content) => {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(content));
  renameSync(`${file}.${process.pid}`, file);
};

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** Of two starts that find the same dead holder, the second must not throw out the first. */
const setAside = (file, dead) => {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    const taken = read(aside);
    if (taken?.pid !== dead?.pid || taken?.started !== dead?.started) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next round sees who.
  }
  rmSync(aside, { force: true });
};

/** A holder that npm has started ends by itself when that npm was killed. */
const isEnding = ({ npm, ending }) => ending === true || (npm ? !isAlive(npm) : false);
