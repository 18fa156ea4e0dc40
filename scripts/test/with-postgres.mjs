import { createServer } from 'node:net';
import { join } from 'node:path';
import { Refusal } from '../launch/refusal.mjs';
import { startProcess } from '../launch/service.mjs';

/**
 * Runs the work against an empty Postgres of its own, on a free port, that does not wait for the disk. A server that
 * the person who tests has named is used instead.
 * @template T
 * @param {import('./workbench.mjs').Workbench} bench
 * @param {(env: { ZAHLWERK_TEST_DATABASE_URL: string }) => Promise<T>} work
 */
export const withPostgres = async (bench, work) => {
  const given = process.env.ZAHLWERK_TEST_DATABASE_URL;
  if (given) return work({ ZAHLWERK_TEST_DATABASE_URL: given });
  const keeper = startProcess({
    command: bench.node,
    args: [
      join(bench.home, 'packages/db/src/embedded-keeper.ts'),
      join(bench.folder, 'postgres'),
      String(await freePort()),
      'throw-away',
    ],
    cwd: bench.home,
    env: process.env,
    onLine: () => {},
  });
  try {
    return await work({ ZAHLWERK_TEST_DATABASE_URL: await superuserUrl(keeper) });
  } finally {
    await keeper.stop(10_000);
  }
};

const superuserUrl = (keeper) =>
  new Promise((resolve, reject) => {
    keeper.onMessage(({ superuserUrl: url, problem }) => (url ? resolve(url) : reject(new Refusal(problem))));
    void keeper.ended.then(() => reject(new Refusal(`Postgres did not start: ${keeper.lastWords()}`)));
  });

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
