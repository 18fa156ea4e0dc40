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
 * The secrets of this installation, made once and readable by its user alone: `appSecret` signs sessions and links,
 * `stripeWebhookSecret` is shared with the Stripe stand-in.
 * @param {string} dataDir
 * @returns {{ appSecret: string, stripeWebhookSecret: string }}
 */
export const secretsOf = (dataDir) => {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return read(file);
  const secrets = {
    appSecret: randomBytes(32).toString('hex'),
    stripeWebhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  };
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
};

const read = (file) => {
  try {
    const { appSecret, stripeWebhookSecret } = JSON.parse(readFileSync(file, 'utf8'));
    if (appSecret && stripeWebhookSecret) return { appSecret, stripeWebhookSecret };
  } catch {
    // Unreadable and incomplete are mended alike.
  }
  throw new Refusal(`${file} cannot be read: put it back from a backup of the data folder.`);
};
