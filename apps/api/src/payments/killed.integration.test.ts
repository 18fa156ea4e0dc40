import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { queryAll, readViolations } from '../../test/rows.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
/** Ends it with the process of the tests, however that ends. */
const LEASH = new URL('../../../../scripts/launch/leash.mjs', import.meta.url).href;
const PATIENCE = { timeout: 60_000, interval: 20 };

let stage: ConnectedDesk;
let worker: ChildProcess | null = null;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await stage.stop();
});

/** A process of its own that works on everything that waits, as in production. */
const startWorker = (): void => {
  worker = spawn(process.execPath, ['--import', LEASH, MAIN], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: stage.database.url,
      ZAHLWERK_PORT: '0',
      APP_SECRET: stage.ports.env.appSecret,
      LOG_LEVEL: 'silent',
      STRIPE_SECRET_KEY: 'sk_test_of_the_environment',
      STRIPE_API_BASE: stage.sandbox.stripeUrl,
      RESEND_API_KEY: 're_test_desk',
      RESEND_BASE_URL: stage.sandbox.resendUrl,
    },
  });
};

const kill = async (): Promise<void> => {
  if (!worker) return;
  const over = once(worker, 'exit');
  worker.kill('SIGKILL');
  await over;
  worker = null;
};

const count = async (sql: string): Promise<number> =>
  (await queryAll<{ count: number }>(stage.database, `SELECT count(*)::int AS count ${sql}`))[0]?.count ?? 0;

const applied = () => count(`FROM webhook_inbox WHERE state = 'DONE'`);
const waiting = () =>
  count(`FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name NOT LIKE '\\_\\_%'`);

describe('a process that is killed while it applies what the provider has told', { timeout: 120_000 }, () => {
  it('loses nothing and does nothing twice', async () => {
    const caseIds: string[] = [];
    for (let paid = 0; paid < 5; paid += 1) {
      const caseId = await stage.desk.waiting();
      await enterCard(await stage.openCheckout(caseId), CARDS.good, 'Frieda Lorenzen');
      caseIds.push(caseId);
    }
    await stage.sandbox.settled();
    const told = await count('FROM webhook_inbox');
    expect(told).toBeGreaterThan(10);
    for (const done of [2, 7]) {
      startWorker();
      await expect.poll(applied, PATIENCE).toBeGreaterThanOrEqual(done);
      await kill();
    }
    expect(await applied()).toBeLessThan(told);
    startWorker();
    await expect.poll(waiting, PATIENCE).toBe(0);
    await kill();
    expect(await count(`FROM webhook_inbox WHERE state <> 'DONE'`)).toBe(0);
    for (const caseId of caseIds) {
      const state = await stage.desk.read(caseId);
      expect(state.publishedStatus).toBe('SETTLED');
      expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
      expect(state.runs.find(({ state: run }) => run === 'OPEN')?.step).toBe('CLOSE_PAYMENT_TASK');
    }
    expect(await readViolations(stage.database)).toEqual([]);
  });
});
