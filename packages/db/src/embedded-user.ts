import { execFileSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** The system user that runs the server; null: the one who started the program. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

const NAME = 'postgres';

/** Postgres refuses to run as root, so root hands it to the user `postgres`, who is created where missing. */
export const serverUser = (): ServerUser => {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp();
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME], {
      stdio: 'pipe',
      // A root by `su` may have an ordinary user's path, where this program is not.
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    });
  } catch {
    // The look-up below decides: another start may have created the user in the same second.
  }
  const created = lookUp();
  if (created) return created;
  throw new EmbeddedPostgresError(
    `Postgres must not run as root, and the system user "${NAME}" could not be created: create it, or start Zahlwerk as an ordinary user.`,
  );
};

const lookUp = (): ServerUser => {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
};
