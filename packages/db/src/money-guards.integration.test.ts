import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allocation,
  attempt,
  type Business,
  capture,
  createBusiness,
  dispute,
  journalLine,
  NOW,
  payment,
  paymentCase,
  postEntry,
  refund,
} from '../test/fixtures.ts';
import { type TenantTransaction, withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let business: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  business = await createBusiness(database);
});

afterAll(() => database.drop());

const inTenant = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  withTenant(database.app, business.organizationId, work);

const received = (amountMinor = 10_000n) =>
  inTenant(async (tx) => {
    const row = await tx.paymentCase.create({ data: paymentCase(business) });
    const money = await tx.payment.create({ data: { ...payment(business, row.id), amountMinor } });
    return { caseId: row.id, paymentId: money.id };
  });

const allocate = (paymentId: string, caseId: string, amountMinor: bigint) =>
  inTenant((tx) => tx.allocation.create({ data: allocation(business, paymentId, caseId, amountMinor) }));

describe('an allocation', () => {
  it('gives away at most what has arrived, over several cases', async () => {
    const { caseId, paymentId } = await received();
    const other = await received();
    await allocate(paymentId, caseId, 6_000n);
    await allocate(paymentId, other.caseId, 4_000n);
    await expect(allocate(paymentId, other.caseId, 1n)).rejects.toThrow(/exceed what is left of the payment/);
  });

  it('gives away at most what has arrived, however many try at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { caseId, paymentId } = await received();
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () => allocate(paymentId, caseId, 3_000n)),
      );
      expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
    }
  });

  it('is undone by its counter-entry, once, and makes room again', async () => {
    const { caseId, paymentId } = await received();
    const given = await allocate(paymentId, caseId, 10_000n);
    const undo = () =>
      inTenant((tx) =>
        tx.allocation.create({
          data: { ...allocation(business, paymentId, caseId, -10_000n), reversesId: given.id },
        }),
      );
    await undo();
    await allocate(paymentId, caseId, 10_000n);
    await expect(undo()).rejects.toThrow(/Unique constraint/);
  });

  it('has no counter-entry of another amount or another case', async () => {
    const { caseId, paymentId } = await received();
    const other = await received();
    const given = await allocate(paymentId, caseId, 10_000n);
    for (const [target, amount] of [
      [caseId, -1n],
      [other.caseId, -10_000n],
    ] as const) {
      const undo = inTenant((tx) =>
        tx.allocation.create({
          data: { ...allocation(business, paymentId, target, amount), reversesId: given.id },
        }),
      );
      await expect(undo).rejects.toThrow(/is not the counter-entry/);
    }
  });

  it('is never negative by itself', async () => {
    const { caseId, paymentId } = await received();
    await expect(allocate(paymentId, caseId, -1n)).rejects.toThrow(/allocation_counter_entry_is_negative/);
  });

  it('joins payment and case of one currency only', async () => {
    const { paymentId } = await received();
    const dollars = await inTenant((tx) =>
      tx.paymentCase.create({ data: { ...paymentCase(business), currency: 'USD' } }),
    );
    await expect(allocate(paymentId, dollars.id, 1n)).rejects.toThrow(/not of one currency/);
  });
});

describe('a capture', () => {
  /** An attempt over 100.00 EUR that has reserved its amount, or collects it at once. */
  const reserved = (mode: 'MANUAL' | 'AUTOMATIC' = 'MANUAL') =>
    inTenant(async (tx) => {
      const row = await tx.paymentCase.create({ data: paymentCase(business) });
      return tx.paymentAttempt.create({ data: { ...attempt(business, row.id), capture: mode } });
    });

  const collect = (of: Awaited<ReturnType<typeof reserved>>, amountMinor: bigint) =>
    inTenant((tx) => tx.capture.create({ data: capture(business, of, amountMinor) }));

  const move = (id: string, state: 'SENT' | 'SUCCEEDED' | 'FAILED') =>
    inTenant((tx) => tx.capture.updateMany({ where: { id }, data: { state } }));

  it('takes at most what is reserved, and only what is', async () => {
    await expect(collect(await reserved(), 10_001n)).rejects.toThrow(/exceeds what attempt/);
    await expect(collect(await reserved('AUTOMATIC'), 1n)).rejects.toThrow(/exceeds what attempt/);
    await expect(collect(await reserved(), 0n)).rejects.toThrow(/capture_amount_is_positive/);
  });

  it('runs once at a time, however many try at once, and again after it has failed', async () => {
    const held = await reserved();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => collect(held, 10_000n)));
    const [first, ...others] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(others).toEqual([]);
    await move(first?.id ?? '', 'FAILED');
    await collect(held, 10_000n);
  });

  it('keeps its amount, and what became of it', async () => {
    const { id } = await collect(await reserved(), 9_000n);
    const more = inTenant((tx) => tx.capture.updateMany({ where: { id }, data: { amountMinor: 10_000n } }));
    await expect(more).rejects.toThrow(/amount_minor/);
    await move(id, 'SUCCEEDED');
    await expect(move(id, 'SENT')).rejects.toThrow(/does not go from SUCCEEDED to SENT/);
  });
});

describe('a refund', () => {
  const ask = (paymentId: string, amountMinor: bigint) =>
    inTenant((tx) => tx.refund.create({ data: refund(business, paymentId, amountMinor) }));

  it('promises at most what has arrived: of 20 at once, exactly three thirds of it', async () => {
    const { paymentId } = await received(100n);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => ask(paymentId, 30n)));
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
    for (const result of tries) {
      if (result.status === 'rejected')
        expect(String(result.reason)).toMatch(/refunds of 120 exceed the payment of 100/);
    }
  });

  it('that was refused promises nothing', async () => {
    const { paymentId } = await received(100n);
    const first = await ask(paymentId, 100n);
    await inTenant((tx) => tx.refund.updateMany({ where: { id: first.id }, data: { state: 'REFUSED' } }));
    await ask(paymentId, 100n);
  });

  it('succeeds only together with giving back what was allocated, in either order', async () => {
    const { caseId, paymentId } = await received();
    const given = await allocate(paymentId, caseId, 10_000n);
    const { id } = await ask(paymentId, 4_000n);
    const move = (tx: TenantTransaction, state: 'APPROVED' | 'SENT' | 'SUCCEEDED') =>
      tx.refund.updateMany({
        where: { id },
        data: { state, ...(state === 'SUCCEEDED' ? { succeededAt: NOW } : {}) },
      });
    await inTenant((tx) => move(tx, 'APPROVED'));
    await inTenant((tx) => move(tx, 'SENT'));
    await expect(inTenant((tx) => move(tx, 'SUCCEEDED'))).rejects.toThrow(
      /exceed what is left of the payment/,
    );
    await inTenant(async (tx) => {
      await move(tx, 'SUCCEEDED');
      await tx.allocation.create({
        data: { ...allocation(business, paymentId, caseId, -10_000n), reversesId: given.id },
      });
      await tx.allocation.create({ data: allocation(business, paymentId, caseId, 6_000n) });
    });
  });
});

describe('a refund on its way', () => {
  type Row = Parameters<TenantTransaction['refund']['update']>[0]['data'];

  /** A refund of its own payment that may go, and what is then written to it, each in a transaction of its own. */
  const approved = async (...rows: readonly Row[]): Promise<string> => {
    const { paymentId } = await received();
    const { id } = await inTenant((tx) => tx.refund.create({ data: refund(business, paymentId, 100n) }));
    for (const row of [{ state: 'APPROVED' } as const, ...rows]) await write(id, row);
    return id;
  };

  const write = (id: string, data: Row) =>
    inTenant((tx) =>
      tx.refund.update({
        where: { organizationId_id: { organizationId: business.organizationId, id } },
        data,
      }),
    );

  const gone = { state: 'SUCCEEDED', succeededAt: NOW } as const;
  const transferred = { transferReference: 'Auszug 12', transferredByKind: 'SYSTEM' } as const;

  it('is transferred by a person without ever being sent, or sent, and may come back after that', async () => {
    await approved({ ...gone, ...transferred }, { state: 'FAILED' });
    await approved({ state: 'SENT' }, { state: 'UNKNOWN' }, gone, { state: 'FAILED' });
  });

  it('has gone at a time, which stays when it comes back', async () => {
    const id = await approved({ state: 'SENT' });
    await expect(write(id, { state: 'SUCCEEDED' })).rejects.toThrow(/refund_success_has_a_time/);
    await write(id, gone);
    await write(id, { state: 'FAILED', finishedAt: NOW });
    for (const succeededAt of [null, new Date(NOW.getTime() + 1)])
      await expect(write(id, { succeededAt })).rejects.toThrow(/refund.succeeded_at is set only once/);
  });

  it('names its transfer once, together with who vouches for it', async () => {
    const id = await approved();
    await expect(write(id, { transferReference: 'Auszug 12' })).rejects.toThrow(
      /refund_transfer_is_vouched_for/,
    );
    await write(id, { ...gone, ...transferred });
    await expect(write(id, { transferReference: 'Auszug 13' })).rejects.toThrow(
      /refund.transfer_reference is set only once/,
    );
    await expect(write(id, { transferredByKind: 'CUSTOMER' })).rejects.toThrow(
      /refund.transferred_by_kind is set only once/,
    );
  });

  it.each(['APPROVED', 'SENT', 'SUCCEEDED', 'UNKNOWN'] as const)(
    'does not rise from FAILED to %s',
    async (state) => {
      const id = await approved({ state: 'FAILED' });
      await expect(write(id, { state, succeededAt: NOW })).rejects.toThrow(/does not go from FAILED/);
    },
  );
});

describe('a journal entry', () => {
  it('balances at the commit', async () => {
    await inTenant((tx) => postEntry(tx, business, [300n, -100n, 50n, -250n]));
  });

  it.each([
    ['does not balance', [100n, -99n], /does not balance/],
    ['has only one line', [100n], /fewer than two lines/],
    ['has no line', [], /fewer than two lines/],
    ['has a line of nothing', [100n, -100n, 0n], /journal_line_amount_is_not_zero/],
  ] as const)('is refused when it %s', async (_name, amounts, because) => {
    await expect(inTenant((tx) => postEntry(tx, business, amounts))).rejects.toThrow(because);
  });

  it('balances in every currency by itself', async () => {
    const mixed = inTenant(async (tx) => {
      const id = await postEntry(tx, business, [100n, -100n]);
      await tx.journalLine.create({ data: journalLine(business, id, 70n, 2, 'USD') });
      await tx.journalLine.create({ data: journalLine(business, id, -70n, 3, 'CHF') });
    });
    await expect(mixed).rejects.toThrow(/does not balance/);
  });

  it('gets no line after its transaction, not even a balanced pair', async () => {
    const id = await inTenant((tx) => postEntry(tx, business, [100n, -100n]));
    const later = inTenant((tx) =>
      tx.journalLine.createMany({
        data: [journalLine(business, id, 5n, 2), journalLine(business, id, -5n, 3)],
      }),
    );
    await expect(later).rejects.toThrow(/only by the transaction that creates it/);
  });

  it('cannot pretend to have been created by another transaction', async () => {
    const [stamp] = await inTenant(async (tx) => {
      const id = await postEntry(tx, business, [100n, -100n], { createdXid: 1n });
      return tx.$queryRaw<{ real: boolean }[]>`
        SELECT created_xid = pg_current_xact_id()::text::bigint AS real FROM journal_entry WHERE id = ${id}::uuid`;
    });
    expect(stamp?.real).toBe(true);
  });

  it('is reversed by its exact opposite, once', async () => {
    const id = await inTenant((tx) => postEntry(tx, business, [100n, -100n]));
    await expect(inTenant((tx) => postEntry(tx, business, [-99n, 99n], { reversesId: id }))).rejects.toThrow(
      /is not the counter-entry/,
    );
    await inTenant((tx) => postEntry(tx, business, [-100n, 100n], { reversesId: id }));
    await expect(
      inTenant((tx) => postEntry(tx, business, [-100n, 100n], { reversesId: id })),
    ).rejects.toThrow(/Unique constraint/);
  });
});

describe('a dispute', () => {
  type Row = Parameters<TenantTransaction['dispute']['update']>[0]['data'];

  const opened = async (): Promise<string> => {
    const { paymentId } = await received();
    return (await inTenant((tx) => tx.dispute.create({ data: dispute(business, paymentId, 100n) }))).id;
  };

  const write = (id: string, data: Row) =>
    inTenant((tx) =>
      tx.dispute.update({
        where: { organizationId_id: { organizationId: business.organizationId, id } },
        data,
      }),
    );

  const answered = (responseId: string) =>
    ({
      responseId,
      responseKind: 'EVIDENCE',
      responseState: 'RECORDED',
      responseByKind: 'SYSTEM',
      responseAt: NOW,
    }) as const;

  it('is decided once, and a loss has taken money', async () => {
    const id = await opened();
    await expect(write(id, { state: 'LOST', decidedAt: NOW })).rejects.toThrow(
      /dispute_loss_has_taken_money/,
    );
    await expect(write(id, { withdrawnAt: NOW, reinstatedAt: NOW })).rejects.toThrow(
      /gives_back_what_it_took/,
    );
    await write(id, { state: 'LOST', decidedAt: NOW, withdrawnAt: NOW });
    await expect(write(id, { state: 'WON' })).rejects.toThrow(/dispute does not go from LOST to WON/);
  });

  it('has one answer on its way', async () => {
    const id = await opened();
    await write(id, answered(randomUUID()));
    await expect(write(id, answered(randomUUID()))).rejects.toThrow(/has an answer that is on its way/);
    await write(id, { responseState: 'FAILED' });
    await write(id, answered(randomUUID()));
  });
});
