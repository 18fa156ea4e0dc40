import { withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness, type Business } from '../../test/a-business.ts';
import { aDesk, today } from '../../test/a-desk.ts';
import { aWorkshop } from '../../test/a-workshop.ts';
import { untilWaiting } from '../../test/at-the-barrier.ts';
import { BY_HAND, caseAt } from '../../test/by-hand.ts';
import { asSuperuser, readViolations } from '../../test/rows.ts';
import { renderDocument } from '../documents/render-document.ts';
import type { Workshop } from '../workflow/workshop.ts';

const CASES = 50;
/** How many hold nothing but their place in the queue for the counter when it opens; the others come behind. */
const AT_THE_BARRIER = 8;
const TASK = { assigneeId: null, dueOn: null, priority: 'NORMAL' } as const;

describe('fifty invoices at once', { timeout: 300_000 }, () => {
  let database: TestDatabase;
  let business: Business;
  let caseIds: readonly string[];

  const desk = (workshop: Workshop = aWorkshop(database)) => aDesk(database, workshop, business);

  const issue = (caseId: string, workshop?: Workshop) =>
    desk(workshop).ask(caseId, business.clerk, 'createPaymentTask', TASK);

  const inTenant = <T>(work: Parameters<typeof withTenant<T>>[2]): Promise<T> =>
    withTenant(database.app, business.organizationId, work);

  const invoices = () =>
    inTenant((tx) => tx.invoice.findMany({ orderBy: { number: 'asc' }, select: INVOICE }));

  const numbersUpTo = (count: number): readonly string[] =>
    Array.from(
      { length: count },
      (_, index) => `RE-${today().slice(0, 4)}-${String(index + 1).padStart(4, '0')}`,
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    business = await aBusiness(database, { definition: BY_HAND });
    const ready: string[] = [];
    while (ready.length < CASES)
      ready.push(
        ...(await Promise.all(
          Array.from({ length: 2 }, () => caseAt(desk(), business.clerk, 'CREATE_PAYMENT_TASK')),
        )),
      );
    caseIds = ready;
  }, 300_000);

  afterAll(() => database.drop());

  /** A workshop in which something breaks after the number was taken: an error for some, a dead connection for others. */
  const breaking = (): Workshop => {
    let turn = 0;
    const workshop = aWorkshop(database);
    return {
      ...workshop,
      enqueue: async (tx, organizationId, followUps) => {
        turn += 1;
        if (turn % 5 === 1) throw new Error('The queue is full.');
        if (turn % 5 === 3) {
          const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
          await kill(own?.pid);
        }
        await workshop.enqueue(tx, organizationId, followUps);
      },
    };
  };

  const kill = (pid: number | undefined): Promise<unknown> =>
    asSuperuser(database, (client) => client.query('SELECT pg_terminate_backend($1)', [pid]));

  /** Some that wait for the counter lose their connection before they have a number. */
  const killSomeWaiting = (count: number): Promise<unknown> =>
    asSuperuser(database, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' ORDER BY pid LIMIT $1`,
        [count],
      ),
    );

  it('leave no gap and give no number twice, whatever breaks on the way', async () => {
    const [first = '', ...others] = caseIds;
    await issue(first);
    const workshop = breaking();
    const settled = await asSuperuser(database, async (gate) => {
      await gate.query('BEGIN');
      await gate.query(`SELECT 1 FROM number_series WHERE key LIKE 'invoice:%' FOR UPDATE`);
      const calls = Promise.allSettled(others.map((caseId) => issue(caseId, workshop)));
      await untilWaiting(database, AT_THE_BARRIER);
      await killSomeWaiting(3);
      await gate.query('COMMIT');
      return calls;
    });
    const failed = others.filter((_, index) => settled[index]?.status === 'rejected');
    expect(failed.length).toBeGreaterThanOrEqual(5);
    expect(failed.length).toBeLessThan(others.length);
    const issued = (await invoices()).map(({ number }) => number);
    expect(issued).toEqual(numbersUpTo(CASES - failed.length));

    for (const caseId of failed) await issue(caseId);
    const all = await invoices();
    expect(all.map(({ number }) => number)).toEqual(numbersUpTo(CASES));
    expect(new Set(all.map(({ caseId }) => caseId))).toEqual(new Set(caseIds));
    const posted = await inTenant((tx) =>
      tx.journalEntry.count({ where: { source: { startsWith: 'invoice:' } } }),
    );
    expect(posted).toBe(CASES);
    expect(await readViolations(database)).toEqual([]);
  });

  it('keep their numbers when a rendering fails, and the next one makes the same file', async () => {
    const [invoice] = await invoices();
    const rendering = {
      organizationId: business.organizationId,
      kind: 'INVOICE',
      id: invoice?.id ?? '',
    } as const;
    const workshop = aWorkshop(database);
    const failing: Workshop = {
      ...workshop,
      newId: () => {
        throw new Error('The disk is full.');
      },
    };
    await expect(renderDocument(failing, rendering)).rejects.toThrow('The disk is full.');
    expect((await invoices()).map(({ documentId }) => documentId)).toEqual(Array(CASES).fill(null));
    const documentId = await renderDocument(workshop, rendering);
    expect(await renderDocument(workshop, rendering)).toBe(documentId);
    expect((await invoices())[0]).toEqual({ ...invoice, documentId });
  });
});

const INVOICE = { id: true, number: true, caseId: true, documentId: true } as const;
