import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const LIMIT = 5 * 1024 * 1024;

/**
 * Appends to a file that never grows past the limit: the full one becomes `<file>.1`, the one before is dropped.
 * @param {string} file
 */
export const openLog = (file, limit = LIMIT) => {
  let handle = openSync(file, 'a', 0o600);
  let size = fstatSync(handle).size;
  const rotate = () => {
    closeSync(handle);
    renameSync(file, `${file}.1`);
    handle = openSync(file, 'a', 0o600);
    size = 0;
  };
  return {
    /** @param {string} line */
    write: (line) => {
      try {
        if (size > 0 && size + line.length + 1 > limit) rotate();
        size += writeSync(handle, `${line}\n`);
      } catch {
        // A full disk must not end the desk; Postgres has its own word on it.
      }
    },
    close: () => closeSync(handle),
  };
};
