import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './embedded-binaries.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { initArguments, serverEnvironment } from './embedded-settings.ts';
import type { ServerUser } from './embedded-user.ts';

const MAJOR = '18';

/** Makes sure that the data folder can be used, with the right for the server's user to pass through it. */
export const openDataFolder = (dataDir: string, user: ServerUser): void => {
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 });
    if (user) chmodSync(dataDir, 0o711);
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder ${dataDir} cannot be written to (${(error as NodeJS.ErrnoException).code}): give this user the right, or choose another one with ZAHLWERK_DATA_DIR.`,
    );
  }
};

/** Whether the folder holds a database. Throws when it holds one that is broken or of another major version. */
export const clusterExists = (clusterDir: string): boolean => {
  if (!existsSync(clusterDir)) return false;
  const version = readVersion(clusterDir);
  if (version === MAJOR && existsSync(join(clusterDir, 'global', 'pg_control'))) return true;
  throw new EmbeddedPostgresError(
    version === null || version === MAJOR
      ? `The database in ${clusterDir} is damaged: put it back from a backup, or move the folder away to begin anew.`
      : `The database in ${clusterDir} belongs to Postgres ${version}, this program brings Postgres ${MAJOR}.`,
  );
};

const readVersion = (clusterDir: string): string | null => {
  try {
    return readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return null;
  }
};

interface NewCluster {
  readonly clusterDir: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly password: string;
  readonly durable: boolean;
}

/** Makes a new database beside its final place and moves it there in one go: an interrupted start leaves no half. */
export const createCluster = ({ clusterDir, binaries, user, password, durable }: NewCluster): void => {
  const unfinished = `${clusterDir}.new`;
  const passwordFile = `${clusterDir}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  const { status, stderr } = spawnSync(binaries.initdb, initArguments(unfinished, passwordFile, durable), {
    ...user,
    cwd: unfinished,
    env: serverEnvironment,
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `A new database could not be made in ${clusterDir}: ${reasonIn(stderr ?? '')}.`,
    );
  }
  renameSync(unfinished, clusterDir);
};

/** The line in which Postgres says what is wrong, without its prefix. */
export const reasonIn = (output: string): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const told =
    lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  return told.replace(/^.*?\b(FATAL|PANIC|error):\s*/, '').replace(/\.$/, '');
};
