import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ name: string, uid: number, gid: number, home: string }} Person `home` only its owner may enter. */

const NAME = 'zahlwerk-trial';
const ROOT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

/**
 * Who tries: the one who has started this, and if that is root also an ordinary user, created for the trial.
 * @param {string | undefined} only "root" or "user"
 * @returns {{ people: Person[], leave: () => void }} `leave` removes what was created
 */
export const actors = (only) => {
  const [uid, gid] = [process.getuid(), process.getgid()];
  const root = uid === 0;
  const people = [];
  if (only !== (root ? 'user' : 'root')) people.push(person(root ? 'root' : 'an ordinary user', uid, gid));
  if (root && only !== 'root') {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', NAME], { env: ROOT });
    const id = (flag) => Number(execFileSync('id', [flag, NAME], { encoding: 'utf8' }));
    people.push(person('an ordinary user', id('-u'), id('-g')));
  }
  return {
    people,
    leave: () => {
      for (const { home } of people) rmSync(home, { recursive: true, force: true });
      if (people.some((one) => one.uid !== uid)) execFileSync('userdel', [NAME], { env: ROOT });
    },
  };
};

const person = (name, uid, gid) => {
  const home = mkdtempSync(join(tmpdir(), 'zahlwerk-trial-'));
  chownSync(home, uid, gid);
  return { name, uid, gid, home };
};
