import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Business, createBusiness, NOW } from '../test/fixtures.ts';
import { GENESIS } from './event-hash.ts';
import { appendEvents, type EventToAppend } from './events.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { type Anchor, verifyChain } from './verify-chain.ts';

let database: TestDatabase;
let business: Business;

beforeAll(async () => {
  database = await createTestDatabase();
});

beforeEach(async () => {
  business = await createBusiness(database);
});

afterAll(() => database.drop());

const draft = (streamId: string = randomUUID(), rest: Partial<EventToAppend> = {}): EventToAppend => ({
  stream: 'case',
  streamId,
  type: 'step.opened',
  at: NOW,
  actor: { kind: 'MEMBER', id: business.ownerId },
  data: { step: 'CONFIRM_AMOUNT', run: 1, amount: '10000', ok: true, nothing: null },
  ...rest,
});

const append = (...drafts: EventToAppend[]) =>
  withTenant(
    database.app,
    business.organizationId,
    (tx) => appendEvents(tx, business.organizationId, drafts),
    {
      maxWait: 20_000,
      timeout: 20_000,
    },
  );

const verify = (anchors: Anchor[] = []) =>
  withTenant(database.app, business.organizationId, (tx) =>
    verifyChain(tx, business.organizationId, anchors),
  );

describe('the event log', () => {
  it('numbers events by organization and by stream, and chains them from zero', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const first = await append(draft(a), draft(b), draft(a));
    const second = await append(draft(b));
    const events = [...first, ...second];
    expect(events.map(({ position, seq }) => [position, seq])).toEqual([
      [1n, 1],
      [2n, 1],
      [3n, 2],
      [4n, 2],
    ]);
    expect(events[0]?.prevHash).toEqual(GENESIS);
    expect(events.slice(1).map((event) => event.prevHash)).toEqual(
      events.slice(0, -1).map((event) => event.hash),
    );
    expect(await verify()).toMatchObject({ ok: true, events: 4n });
  });

  it('has no gap and no fork when 30 transactions append at once and a third of them roll back', async () => {
    const streamId = randomUUID();
    const writer = (index: number) =>
      withTenant(
        database.app,
        business.organizationId,
        async (tx) => {
          await appendEvents(tx, business.organizationId, [draft(streamId), draft()]);
          if (index % 3 === 0) throw new Error('changed my mind');
        },
        { maxWait: 20_000, timeout: 20_000 },
      );
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => writer(index)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(20);
    expect(await verify()).toMatchObject({ ok: true, events: 40n });
    const stream = await withTenant(database.app, business.organizationId, (tx) =>
      tx.event.findMany({ where: { streamId }, orderBy: { position: 'asc' }, select: { seq: true } }),
    );
    expect(stream.map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('is empty and whole at first, and stays untouched when there is nothing to append', async () => {
    expect(await append()).toEqual([]);
    expect(await verify()).toEqual({ ok: true, events: 0n, hash: GENESIS });
  });

  it('takes no event that does not continue the chain', async () => {
    await append(draft());
    const forged = (position: bigint) =>
      withTenant(database.app, business.organizationId, async (tx) => {
        const { data: _, reasonHash: __, ...event } = await tx.event.findFirstOrThrow();
        await tx.event.create({ data: { ...event, position, seq: 2, data: {} } });
      });
    await expect(forged(2n)).rejects.toThrow(/does not continue the chain/);
    await expect(forged(3n)).rejects.toThrow(/does not continue the chain/);
  });

  it('keeps the reason of a person beside the chain, where it can be erased', async () => {
    const [event] = await append(draft(undefined, { reason: 'Mrs Example called and asked for it' }));
    expect(JSON.stringify(event?.data)).not.toContain('Example');
    await withTenant(database.app, business.organizationId, (tx) =>
      tx.eventReason.updateMany({ data: { text: null } }),
    );
    expect(await verify()).toMatchObject({ ok: true, events: 1n });
  });
});

describe('somebody with all rights who tampers', () => {
  const tamper = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    for (const sql of statements) await client.query(sql, [business.organizationId]);
    await client.end();
  };

  beforeEach(async () => {
    await append(draft(), draft(undefined, { reason: 'agreed by phone' }), draft(), draft());
  });

  it.each([
    [
      'changes what happened',
      `UPDATE event SET data = '{"amount": "1"}' WHERE organization_id = $1 AND position = 2`,
      2n,
      'CONTENT_CHANGED',
    ],
    [
      'changes who did it',
      `UPDATE event SET actor_id = gen_random_uuid() WHERE organization_id = $1 AND position = 3`,
      3n,
      'CONTENT_CHANGED',
    ],
    [
      'changes when',
      `UPDATE event SET at = at + interval '1 ms' WHERE organization_id = $1 AND position = 1`,
      1n,
      'CONTENT_CHANGED',
    ],
    ['takes one out', 'DELETE FROM event WHERE organization_id = $1 AND position = 3', 4n, 'GAP'],
    [
      'rewrites a reason',
      `UPDATE event_reason SET text = 'never agreed' WHERE organization_id = $1`,
      2n,
      'REASON_CHANGED',
    ],
    ['cuts off the end', 'DELETE FROM event WHERE organization_id = $1 AND position = 4', 4n, 'HEAD_DIFFERS'],
  ])('is found out when he %s', async (_what, sql, position, problem) => {
    await tamper(sql);
    expect(await verify()).toEqual({ ok: false, position, problem });
  });

  it('is found out when he swaps two events', async () => {
    await tamper(
      'UPDATE event SET position = 99 WHERE organization_id = $1 AND position = 2',
      'UPDATE event SET position = 2 WHERE organization_id = $1 AND position = 3',
      'UPDATE event SET position = 3 WHERE organization_id = $1 AND position = 99',
    );
    expect(await verify()).toEqual({ ok: false, position: 2n, problem: 'LINK_BROKEN' });
  });

  it('is found out by an anchor kept outside when he cuts off the end and mends the head', async () => {
    const before = await verify();
    if (!before.ok) throw new Error(before.problem);
    const anchor = { position: before.events, hash: before.hash };
    expect(await verify([anchor])).toMatchObject({ ok: true });
    await tamper(
      'DELETE FROM event WHERE organization_id = $1 AND position = 4',
      `UPDATE event_head SET position = 3, hash = (SELECT hash FROM event WHERE organization_id = $1 AND position = 3)
       WHERE organization_id = $1`,
    );
    expect(await verify()).toMatchObject({ ok: true, events: 3n });
    expect(await verify([anchor])).toEqual({ ok: false, position: 4n, problem: 'ANCHOR_NOT_FOUND' });
  });
});
