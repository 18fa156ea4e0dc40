import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Made by builds, so it is no source. */
const MADE = new Set(['node_modules', 'generated', 'dist', '.turbo']);

/**
 * One hash over names and content of files, and of everything below folders. A missing path counts as such.
 * @param {string} home
 * @param {string[]} paths below home
 */
export const fingerprint = (home, paths) => {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesOf(join(home, path)))
      hash
        .update(`${relative(home, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex');
};

const filesOf = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => filesOf(join(path, entry.name)));
};
