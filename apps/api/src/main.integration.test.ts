import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

const start = (env: Record<string, string>, stdin: 'pipe' | 'ignore' = 'ignore'): ChildProcess =>
  spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ZAHLWERK_PORT: '0',
      ...env,
    },
    stdio: [stdin, 'pipe', 'pipe'],
  });

/** Everything that the process says, and how it ended. */
const ended = async (child: ChildProcess): Promise<{ code: number | null; said: string }> => {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'exit');
  return { code, said };
};

/** The address, once the desk is open. */
const opened = async (child: ChildProcess): Promise<string> => {
  for await (const chunk of child.stdout ?? []) {
    const url = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
    if (url) return url;
  }
  throw new Error('The process has ended before it was open.');
};

describe('the process', { timeout: 40_000 }, () => {
  it('says in one sentence which setting is wrong, and does not start', async () => {
    expect(await ended(start({}))).toEqual({
      code: 1,
      said: 'DATABASE_URL is missing: it must be a postgres:// address.\n',
    });
  });

  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const result = await ended(start({ DATABASE_URL: database.url, ZAHLWERK_PORT: String(port) }));
    expect(result).toEqual({ code: 1, said: `127.0.0.1:${port} is taken by another program.\n` });
    other.close();
  });

  it('says in one sentence that the database does not answer', async () => {
    const { code, said } = await ended(start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }));
    expect(code).toBe(1);
    expect(said).toMatch(/^The database does not answer: .+\n$/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends on %s in good order, although a connection is still open',
    async (signal) => {
      const child = start({ DATABASE_URL: database.url });
      const url = await opened(child);
      const body = JSON.stringify({ query: '{ __typename }' });
      await fetch(`${url}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      const end = ended(child);
      child.kill(signal);
      expect((await end).code).toBe(0);
    },
  );

  it('ends when whoever supervises it has gone', async () => {
    const child = start({ DATABASE_URL: database.url, ZAHLWERK_SUPERVISED: '1' }, 'pipe');
    await opened(child);
    const end = ended(child);
    child.stdin?.end();
    expect((await end).code).toBe(0);
  });
});
