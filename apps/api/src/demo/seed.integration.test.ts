import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findViolations } from '@zahlwerk/db/invariants';
import { withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { verifyChain } from '@zahlwerk/db/verify-chain';
import { amountAvailable, amountCollectable, amountOpen } from '@zahlwerk/domain/workflow/balance';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from '../../test/sandbox-process.ts';
import { createTestClient } from '../../test/test-client.ts';
import { type Env, parseEnv } from '../env.ts';
import { startApi } from '../server/start.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { dayIn } from './moments.ts';
import { seedDemo } from './seed-demo.ts';

const MINUTES = 60_000;
const log = pino({ level: 'silent' });

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterAll(() => sandbox.stop());

const settings = (database: TestDatabase, more: Readonly<Record<string, string>>): Env =>
  parseEnv({
    DATABASE_URL: database.url,
    APP_SECRET: 'a-secret-for-tests-that-is-long-enough',
    ZAHLWERK_PORT: '0',
    RESEND_API_KEY: 're_test_demo',
    RESEND_BASE_URL: sandbox.resendUrl,
    LOG_LEVEL: 'silent',
    ...more,
  });

/** An account of its own at the stand-in, because every key is one. */
const withStripe = (name: string) => ({
  STRIPE_SECRET_KEY: `sk_test_${name}`,
  STRIPE_API_BASE: sandbox.stripeUrl,
});

const tell = (env: Env) => seedDemo({ env, log, say: () => {}, short: true });

const casesOf = async (database: TestDatabase, organizationId: string): Promise<readonly PaymentCase[]> =>
  withTenant(database.app, organizationId, async (tx) => {
    const rows = await tx.paymentCase.findMany({ where: { organizationId }, orderBy: { number: 'asc' } });
    const cases = await loadCases(
      tx,
      organizationId,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }) => cases.get(id) ?? []);
  });

const violationsOf = (database: TestDatabase, organizationId: string) =>
  withTenant(
    database.app,
    organizationId,
    (tx) => findViolations((sql) => tx.$queryRawUnsafe<unknown[]>(sql)),
    { timeout: MINUTES },
  );

/** What can be read in the books, whatever the ids and the time of day. */
const bookOf = async (database: TestDatabase, organizationId: string) => {
  const cases = await casesOf(database, organizationId);
  return withTenant(database.app, organizationId, async (tx) => {
    const where = { organizationId };
    const payouts = await tx.payout.findMany({ where, orderBy: { number: 'asc' } });
    const messages = await tx.message.groupBy({ by: ['template', 'state'], where, _count: true });
    return {
      cases: cases.map((state) => ({
        number: state.number,
        customer: [state.customer.number, state.customer.data.email, state.customer.data.language],
        state: state.state,
        status: state.publishedStatus,
        open: amountOpen(state).minor,
        runs: state.runs
          .map(({ step, run, state: runState, stop }) => [step, run, runState, stop?.code])
          .sort(),
        invoices: state.invoices.map(({ kind, number, state: invoiceState }) => [kind, number, invoiceState]),
        messages: state.messages.map(({ template }) => template).sort(),
        tasks: state.tasks.map(({ reason, state: taskState }) => [reason, taskState]).sort(),
      })),
      payouts: payouts.map(({ number, state, netMinor, feeMinor }) => [number, state, netMinor, feeMinor]),
      messages: messages.map(({ template, state, _count }) => `${template} ${state} ${_count}`).sort(),
      documents: await tx.document.count({ where }),
      entries: await tx.journalEntry.count({ where }),
      series: (await tx.numberSeries.findMany({ where, orderBy: { key: 'asc' } })).map(({ key, next }) => [
        key,
        next,
      ]),
    };
  });
};

/** Credits on the bank account of which nobody has said yet whose they are. */
const poolOf = (database: TestDatabase, organizationId: string): Promise<readonly bigint[]> =>
  withTenant(database.app, organizationId, async (tx) => {
    const where = { organizationId, direction: 'CREDIT', payments: { none: {} } } as const;
    return (await tx.bankTransaction.findMany({ where })).map(({ amountMinor }) => amountMinor);
  });

const setOf = <T>(items: readonly T[]): ReadonlySet<T> => new Set(items);

describe('the demo business', () => {
  let database: TestDatabase;
  let organizationId: string;
  let cases: readonly PaymentCase[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const seeded = await tell(settings(database, withStripe('told_at_once')));
    expect(seeded.told).toBe(true);
    organizationId = seeded.organizationId;
    cases = await casesOf(database, organizationId);
  }, 5 * MINUTES);
  afterAll(() => database.drop());

  it('breaks no invariant, and its log is one whole chain', async () => {
    expect(await violationsOf(database, organizationId)).toEqual([]);
    const chain = await withTenant(database.app, organizationId, (tx) => verifyChain(tx, organizationId));
    expect(chain).toMatchObject({ ok: true });
  });

  it('has cases in every state that a case can be in', () => {
    expect(setOf(cases.map(({ state }) => state))).toEqual(setOf(['OPEN', 'CLOSED', 'CANCELED']));
    expect(setOf(cases.map(({ publishedStatus }) => publishedStatus))).toEqual(
      setOf(['REQUESTED', 'INITIATED', 'PROCESSING', 'FAILED', 'SETTLED', 'CANCELED']),
    );
    const stops = cases.flatMap((state) => {
      const run = openRun(state);
      return run ? [`${run.step} ${run.stop?.code ?? 'waits'}`] : [];
    });
    expect([...setOf(stops)].sort()).toEqual([
      'CLOSE_PAYMENT_TASK POLICY_MANUAL',
      'CONFIRM_AMOUNT MANUAL_EVIDENCE',
      'CONFIRM_AMOUNT waits',
      'SAVE_CUSTOMER_RECORD CONFIRMATION_REQUIRED',
      'SAVE_CUSTOMER_RECORD REJECTED',
      'UPDATE_PAYMENT_METHOD METHOD_EXPIRED',
      'VERIFY_CUSTOMER_DATA DISCREPANCY_OPEN',
    ]);
  });

  it('has open, claimed and done tasks, pending and granted approvals, invoices and a Storno', () => {
    expect(setOf(cases.flatMap(({ tasks }) => tasks.map(({ state }) => state)))).toEqual(
      setOf(['OPEN', 'CLAIMED', 'DONE']),
    );
    expect(setOf(cases.flatMap(({ approvals }) => approvals.map(({ state }) => state)))).toEqual(
      setOf(['OPEN', 'GRANTED']),
    );
    expect(setOf(cases.flatMap(({ invoices }) => invoices.map(({ kind }) => kind)))).toEqual(
      setOf(['INVOICE', 'STORNO']),
    );
    expect(cases.flatMap(({ adjustments }) => adjustments.map(({ kind }) => kind))).toEqual(['WRITE_OFF']);
    expect(cases.some(({ payments }) => payments.some((one) => amountAvailable(one).minor > 0n))).toBe(true);
    const inPerson = cases.filter(({ channel }) => channel === 'IN_PERSON');
    expect(inPerson.flatMap(({ attempts }) => attempts.map(({ via, state }) => [via, state]))).toEqual([
      ['READER', 'SUCCEEDED'],
    ]);
  });

  it('has lived through three months of its own calendar, up to now', async () => {
    const { first, last, offset } = await withTenant(database.app, organizationId, async (tx) => {
      const events = await tx.event.aggregate({
        where: { organizationId },
        _min: { at: true },
        _max: { at: true },
      });
      const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
      return { first: events._min.at, last: events._max.at, offset: organization.clockOffsetSeconds };
    });
    expect(offset).toBe(0);
    expect(last?.getTime()).toBeLessThanOrEqual(Date.now());
    const dayOf = (at: Date | null) => dayIn(at ?? new Date(0), 'Europe/Berlin');
    expect(dayOf(last)).toBe(addDays(dayOf(first), 91));
  });

  it('has been paid out by its provider, the last time not yet at the bank', async () => {
    const payouts = await withTenant(database.app, organizationId, (tx) =>
      tx.payout.findMany({ where: { organizationId }, include: { items: true }, orderBy: { number: 'asc' } }),
    );
    expect(payouts.length).toBeGreaterThan(1);
    expect(payouts.map(({ state }) => state)).toEqual([...payouts.slice(1).map(() => 'PAID'), 'SENT']);
    for (const { items, netMinor } of payouts) {
      expect(items.filter(({ kind }) => kind === 'PAYMENT').every(({ caseId }) => caseId)).toBe(true);
      expect(items.reduce((total, item) => total + item.netMinor, 0n)).toBe(netMinor);
    }
  });

  it('has a bank statement with two differences and two strangers for the desk to settle', async () => {
    const [bankImport, ...others] = await withTenant(database.app, organizationId, (tx) =>
      tx.bankImport.findMany({ where: { organizationId } }),
    );
    expect(others).toEqual([]);
    expect(bankImport).toMatchObject({ state: 'DONE', added: 4, credits: 4, matched: 0 });
    expect(await poolOf(database, organizationId)).toHaveLength(4);
  });

  it('has sent every mail when it was due, so that nothing waits for the first start', async () => {
    const messages = await withTenant(database.app, organizationId, (tx) =>
      tx.message.findMany({ where: { organizationId } }),
    );
    expect(setOf(messages.map(({ state }) => state))).toEqual(setOf(['SENT']));
    for (const { queuedAt, sentAt } of messages)
      expect((sentAt?.getTime() ?? 0) - queuedAt.getTime()).toBeLessThan(15 * MINUTES);
    const unreminded = await withTenant(database.app, organizationId, (tx) =>
      tx.task.count({ where: { organizationId, state: { not: 'DONE' }, remindAt: { lte: new Date() } } }),
    );
    expect(unreminded).toBe(0);
  });

  it('can be entered by one click, and its overview says what its cases say', async () => {
    const env = settings(database, withStripe('told_at_once'));
    const api = await startApi({ env, log, registerWorkers: async () => {} });
    try {
      const { cookie } = await createTestClient(api.url, {}).post('/api/demo/sign-in', { role: 'ADVISER' });
      const { data } = await createTestClient(api.url, { cookie }).query(`{
        overview {
          receivedThisMonth { amount } expected { amount } overdue { amount } overdueCount unassigned { amount } openTasks
        }
      }`);
      const today = dayIn(new Date(), 'Europe/Berlin');
      const decimal = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
      const sum = (amounts: readonly bigint[]) => decimal(amounts.reduce((total, one) => total + one, 0n));
      const open = cases.filter(({ state }) => state === 'OPEN');
      const due = (from: string, until: string) =>
        open
          .filter(({ dueOn }) => dueOn >= from && dueOn <= until)
          .map((state) => amountCollectable(state).minor);
      const payments = cases.flatMap((state) => state.payments);
      const pool = await poolOf(database, organizationId);
      const isThisMonth = (day: string) => day.slice(0, 7) === today.slice(0, 7);
      expect(data.overview).toEqual({
        receivedThisMonth: {
          amount: sum(
            payments
              .filter(({ bookedAt }) => isThisMonth(dayIn(bookedAt, 'Europe/Berlin')))
              .map(({ amount }) => amount.minor),
          ),
        },
        expected: { amount: sum(due(today, addDays(today, 14))) },
        overdue: { amount: sum(due('', addDays(today, -1))) },
        overdueCount: due('', addDays(today, -1)).filter((minor) => minor > 0n).length,
        unassigned: { amount: sum([...payments.map((one) => amountAvailable(one).minor), ...pool]) },
        openTasks: cases.flatMap(({ tasks }) => tasks).filter(({ state }) => state !== 'DONE').length,
      });
    } finally {
      await api.stop();
    }
  });

  it('is left alone by a second start', async () => {
    const before = await bookOf(database, organizationId);
    const again = await tell(settings(database, withStripe('told_at_once')));
    expect(again).toEqual({ organizationId, told: false });
    expect(await bookOf(database, organizationId)).toEqual(before);
  });

  it(
    'is the same when it was interrupted again and again',
    async () => {
      const other = await createTestDatabase();
      const inTheWay = await openGate();
      try {
        const env = settings(other, { ...withStripe('told_in_parts'), RESEND_BASE_URL: inTheWay.url });
        for (const mails of [1, 8, 17]) {
          inTheWay.letThrough(mails);
          await expect(tell(env)).rejects.toThrow();
        }
        inTheWay.letThrough(Number.POSITIVE_INFINITY);
        const resumed = await tell(env);
        expect(resumed.told).toBe(true);
        expect(await bookOf(other, resumed.organizationId)).toEqual(await bookOf(database, organizationId));
        expect(await violationsOf(other, resumed.organizationId)).toEqual([]);
      } finally {
        inTheWay.close();
        await other.drop();
      }
    },
    5 * MINUTES,
  );

  it(
    'is paid by transfer where there is no provider',
    async () => {
      const other = await createTestDatabase();
      try {
        const { organizationId: id } = await tell(settings(other, {}));
        const all = await casesOf(other, id);
        expect(all).toHaveLength(cases.length);
        expect(setOf(all.flatMap(({ payments }) => payments.map(({ source }) => source)))).toEqual(
          setOf(['MANUAL']),
        );
        expect(await violationsOf(other, id)).toEqual([]);
      } finally {
        await other.drop();
      }
    },
    5 * MINUTES,
  );
});

interface Gate {
  readonly url: string;
  /** So many mails reach the stand-in; the ones after them get no answer that could be understood. */
  readonly letThrough: (mails: number) => void;
  readonly close: () => Server;
}

/** Stands before the mail provider and shuts when it is told to. */
const openGate = async (): Promise<Gate> => {
  let left = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    left -= 1;
    if (left < 0) {
      response.writeHead(500).end();
      return;
    }
    const { authorization = '', 'idempotency-key': key = '' } = request.headers;
    const answer = await fetch(`${sandbox.resendUrl}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'idempotency-key': String(key), 'content-type': 'application/json' },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letThrough: (mails) => {
      left = mails;
    },
    close: () => server.close(),
  };
};
