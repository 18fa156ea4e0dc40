import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';

const keeper = join(import.meta.dirname, 'embedded-keeper.ts');
let dataDir: string;
let port: number;
let running: EmbeddedPostgres[];
const folders: string[] = [];

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zahlwerk-embedded-'));
  folders.push(folder);
  return folder;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
};

const start = async (folder = dataDir): Promise<EmbeddedPostgres> => {
  const server = await startEmbedded({ dataDir: folder, port, durable: false });
  running.push(server);
  return server;
};

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const startKeeper = async () => {
  const child = fork(keeper, [dataDir, String(port), 'throw-away'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [answer] = (await once(child, 'message')) as [{ url?: string; problem?: string }];
  return { child, answer };
};

/** Making a database takes longest, so all tests start the one that the first of them has made. */
beforeAll(() => {
  dataDir = newFolder();
});

beforeEach(async () => {
  port = await freePort();
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded Postgres', () => {
  it('keeps its data over a restart', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('hands out a login that owns its database and is no administrator', async () => {
    const { url } = await start();
    const rights = 'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user';
    expect(await query(url, rights)).toEqual([{ rolsuper: false, rolcreaterole: true, rolcreatedb: true }]);
  });

  it('keeps its passwords in a file for the starting user alone', async () => {
    await start();
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('sorts and folds case alike on every machine', async () => {
    const { url } = await start();
    const sql =
      "SELECT upper('äöß') AS upper, datlocprovider AS provider FROM pg_database WHERE datname = current_database()";
    expect(await query(url, sql)).toEqual([{ upper: 'ÄÖß', provider: 'b' }]);
  });

  it('takes over from a server whose keeper was killed, with everything that was committed', async () => {
    const { child, answer } = await startKeeper();
    await query(answer.url ?? '', 'CREATE TABLE survived AS SELECT 42 AS answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start();
    expect(await query(server.url, 'SELECT answer FROM survived')).toEqual([{ answer: 42 }]);
  });

  it('ends with its keeper when the program that asked for it is gone', async () => {
    const { child } = await startKeeper();
    child.disconnect();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(() => statSync(join(dataDir, 'postgres', 'postmaster.pid'))).toThrow('ENOENT');
  });

  it('does not take a server away from a living keeper', async () => {
    const { child } = await startKeeper();
    await expect(start()).rejects.toThrow(`The database in ${dataDir} is in use by process ${child.pid}.`);
    child.kill();
    await once(child, 'exit');
  });

  it('starts although its noted process id belongs to somebody else by now', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`);
    const server = await start();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('the embedded Postgres says in one sentence', () => {
  it('that the port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    await expect(start()).rejects.toThrow(/^Postgres did not start: .*\.$/);
    other.close();
  });

  it('that the data folder cannot be written to', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(start(join(file, 'below'))).rejects.toThrow(
      /^The data folder .* cannot be written to \(ENOTDIR\): .*\.$/,
    );
  });

  it('that the database is damaged', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'));
    await expect(start(folder)).rejects.toThrow(/^The database in .* is damaged: put it back from a backup/);
  });

  it('that the database is of another version', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toThrow(/belongs to Postgres 17, this program brings Postgres 18\.$/);
  });

  it('that the passwords are missing, and does not make others', async () => {
    await (await start()).stop();
    const file = join(dataDir, 'postgres-passwords.json');
    const before = readFileSync(file);
    rmSync(file);
    await expect(start()).rejects.toThrow(`${file} is missing`);
    writeFileSync(file, before);
    await expect(start()).resolves.toBeDefined();
  });
});
