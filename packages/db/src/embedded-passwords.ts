import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** `superuser` administers the server, `owner` owns the tables; both are known to this machine alone. */
export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
}

/** Reads the passwords of the data folder, or makes them for a new one. Only the starting user may read the file. */
export const passwordsOf = (dataDir: string, clusterExists: boolean): Passwords => {
  const file = join(dataDir, 'postgres-passwords.json');
  if (existsSync(file)) return read(file);
  if (clusterExists)
    throw new EmbeddedPostgresError(`${file} is missing: put it back from a backup of the data folder.`);
  const passwords = { superuser: randomBytes(24).toString('hex'), owner: randomBytes(24).toString('hex') };
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return passwords;
};

const read = (file: string): Passwords => {
  try {
    const { superuser, owner } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Passwords>;
    if (superuser && owner) return { superuser, owner };
  } catch {
    // Unreadable and incomplete are the same to the person who has to mend it.
  }
  throw new EmbeddedPostgresError(`${file} cannot be read: put it back from a backup of the data folder.`);
};
