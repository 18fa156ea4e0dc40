import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * Creates the data folder, or makes sure that this user may write to it.
 * @param {string} dataDir
 * @param {number | undefined} uid
 */
export const openDataFolder = (dataDir, uid) => {
  try {
    // Node's own recursive mkdir never ends where the system refuses a folder with ENOENT, as below /proc.
    for (const folder of missing(dataDir)) {
      mkdirSync(folder);
      // The user that runs root's Postgres has to pass through, not to read.
      chmodSync(folder, uid === 0 ? 0o711 : 0o700);
    }
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Refusal(
      `The data folder ${dataDir} cannot be written to (${error.code}): give this user the right, or choose another folder with ZAHLWERK_DATA_DIR.`,
    );
  }
};

/** The folder and those above it that do not exist, from the top. */
const missing = (folder) => (existsSync(folder) ? [] : [...missing(dirname(folder)), folder]);

/**
 * What was made up must not be taken for real later, nor the other way round.
 * @param {string} dataDir
 * @param {string} mode
 */
export const refuseOtherMode = (dataDir, mode) => {
  const file = join(dataDir, 'mode');
  if (!existsSync(file)) return writeFileSync(file, mode);
  const other = readFileSync(file, 'utf8').trim();
  if (other !== mode)
    throw new Refusal(
      `The data in ${dataDir} are those of ${other} mode: choose another folder for ${mode} with ZAHLWERK_DATA_DIR.`,
    );
};

/**
 * The secret that signs sessions and links, made once and readable by this user alone.
 * @param {string} dataDir
 * @returns {string}
 */
export const appSecretOf = (dataDir) => {
  const file = join(dataDir, 'app-secret');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new Refusal(`${file} is damaged: put it back from a backup of the data folder.`);
};
