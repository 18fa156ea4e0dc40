import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Living processes that work in one of the folders or were started from there, one line each.
 * @param {(string | undefined)[]} folders
 */
export const processesBelow = (folders) =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const words = [
        read(() => readlinkSync(`/proc/${pid}/cwd`)),
        read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
      ];
      const ours = folders.some((folder) => folder && words.some((word) => word.includes(folder)));
      return ours ? [`${pid} ${words[1].replaceAll('\0', ' ')}`] : [];
    });

const read = (get) => {
  try {
    return get();
  } catch {
    return '';
  }
};
