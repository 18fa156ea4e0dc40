import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCrew } from './crew.mjs';
import { appSecretOf, openDataFolder, refuseOtherMode } from './data-folder.mjs';
import { keepRunning } from './keep-running.mjs';
import { acquireLock } from './lock.mjs';
import { openLog } from './log-file.mjs';
import { refuseBusyPorts } from './ports.mjs';
import { identityOf, isAlive } from './process-identity.mjs';
import { startProcess } from './service.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zahlwerk-launch-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A process that says what it is told to and stays, unless the code lets it end. */
const start = (code: string, ipc = true) => {
  const lines: string[] = [];
  const child = startProcess({
    command: process.execPath,
    args: ['--import', join(import.meta.dirname, 'leash.mjs'), '--input-type=module', '--eval', code],
    cwd: folder,
    env: process.env,
    onLine: (line) => lines.push(line),
    ipc,
  });
  return { ...child, lines };
};
const STAYS = 'setInterval(() => {}, 1000); console.log("up");';
const STUBBORN = `process.on('SIGTERM', () => {}); ${STAYS}`;

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the lock of a data folder', () => {
  const refuse = ({ ending }: { ending: boolean }) => {
    if (!ending) throw new Error('held');
  };

  it('is held by one start at a time and free again after it', async () => {
    const file = join(folder, 'lock');
    const lock = await acquireLock(file, refuse);
    await expect(acquireLock(file, refuse)).rejects.toThrow('held');
    lock.release();
    (await acquireLock(file, refuse)).release();
  });

  it('does not belong to a dead process, nor to another that has got its number', async () => {
    const file = join(folder, 'lock');
    for (const holder of [
      { pid: 2 ** 22 + 1, started: '1' },
      { pid: process.pid, started: 'long ago' },
    ]) {
      writeFileSync(file, JSON.stringify({ ...holder, npm: null }));
      (await acquireLock(file, refuse)).release();
    }
  });

  it('is waited for while its holder ends', async () => {
    const file = join(folder, 'lock');
    const first = await acquireLock(file, refuse);
    first.announceEnd();
    const second = acquireLock(file, refuse);
    first.release();
    (await second).release();
  });
});

describe('a part of the desk', () => {
  it('ends when the launcher is gone', async () => {
    const launcher = `
      import { fork } from 'node:child_process';
      const part = fork(${JSON.stringify(join(folder, 'part.mjs'))}, {
        execArgv: ['--import', ${JSON.stringify(join(import.meta.dirname, 'leash.mjs'))}],
        detached: true,
      });
      console.log(part.pid);
      setInterval(() => {}, 1000);`;
    writeFileSync(join(folder, 'part.mjs'), STAYS);
    const child = spawn(process.execPath, ['--input-type=module', '--eval', launcher]);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const part = identityOf(Number(String(said).split('\n')[0]));
    child.kill('SIGKILL');
    await until(() => !isAlive(part));
    expect(isAlive(part)).toBe(false);
  });

  it('is not asked a second time to end', async () => {
    const part = start(STUBBORN);
    await until(() => part.lines.includes('up'));
    await part.stop(50);
    expect(await part.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it('takes what it has started along', async () => {
    const part = start(`
      import { spawn } from 'node:child_process';
      const child = spawn(process.execPath, ['--eval', ${JSON.stringify(STAYS)}]);
      console.log(child.pid);
      ${STUBBORN}`);
    await until(() => part.lines.length === 2);
    const grandchild = identityOf(Number(part.lines[0]));
    await part.stop(50);
    await until(() => !isAlive(grandchild));
    expect(isAlive(grandchild)).toBe(false);
  });

  it('is started again after a crash, and given up when it keeps crashing', async () => {
    const reports: string[] = [];
    const broken = Promise.withResolvers<string>();
    const part = keepRunning({
      name: 'The part',
      start: () => start('console.error("no luck"); process.exit(3);'),
      ready: async () => {},
      report: (text) => reports.push(text),
      onBroken: broken.resolve,
      delays: [1, 1],
    });
    await part.start();
    expect(await broken.promise).toBe('The part keeps failing: no luck');
    expect(reports).toEqual(Array(2).fill('The part ended with code 3; starting it again.'));
  });

  it('says why when it ends before it is ready', async () => {
    const part = keepRunning({
      name: 'The part',
      start: () => start('console.error("APP_SECRET is missing."); process.exit(1);'),
      ready: () => new Promise(() => {}),
      report: () => {},
      onBroken: () => {},
    });
    await expect(part.start()).rejects.toThrow('The part did not start: APP_SECRET is missing.');
  });
});

describe('what a killed start has left behind', () => {
  it('is ended by the next one', async () => {
    const left = start(STAYS, false);
    openCrew(folder).join(left);
    await until(() => left.lines.includes('up'));
    expect(await openCrew(folder).endLeftovers()).toBe(1);
    expect(await left.ended).toMatchObject({ signal: 'SIGTERM' });
  });
});

describe('ports', () => {
  it('in use are named with their holder and their variable', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const check = refuseBusyPorts({ host: '127.0.0.1', ports: { stripe: port } });
    await expect(check).rejects.toThrow(
      new RegExp(
        `^Port ${port} is in use( by process ${process.pid} \\(.+\\))?: .* with SANDBOX_STRIPE_PORT\\.$`,
      ),
    );
    other.close();
    await once(other, 'close');
    await expect(refuseBusyPorts({ host: '127.0.0.1', ports: { stripe: port } })).resolves.toBeUndefined();
  });
});

describe('the data folder', () => {
  it('and those above it are made, for the starting user alone', () => {
    const dataDir = join(folder, 'a', 'b');
    openDataFolder(dataDir, 1000);
    expect([join(folder, 'a'), dataDir].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
  });

  it('lets the user pass that runs the Postgres of root', () => {
    openDataFolder(join(folder, 'a'), 0);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o711);
  });

  it.each(['/proc/none', '/dev/null/none'])('that cannot be made is refused in one sentence: %s', (path) => {
    expect(() => openDataFolder(path, 1000)).toThrow(
      /^The data folder .* cannot be written to \(\w+\): .*\.$/,
    );
  });

  it('of the demo is refused to production', () => {
    refuseOtherMode(folder, 'demo');
    refuseOtherMode(folder, 'demo');
    expect(() => refuseOtherMode(folder, 'production')).toThrow(/^The data in .* are those of demo mode: /);
  });

  it('keeps one secret, readable by its user alone', () => {
    const secret = appSecretOf(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(appSecretOf(folder)).toBe(secret);
    expect(statSync(join(folder, 'app-secret')).mode & 0o777).toBe(0o600);
  });
});

describe('a log', () => {
  it('never grows past its limit and keeps what came last', () => {
    const file = join(folder, 'api.log');
    const log = openLog(file, 100);
    for (let line = 1; line <= 100; line += 1) log.write(`line ${line}`);
    log.close();
    expect(statSync(file).size).toBeLessThanOrEqual(100);
    expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(100);
    expect(existsSync(`${file}.2`)).toBe(false);
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)).toBe('line 100');
  });
});
