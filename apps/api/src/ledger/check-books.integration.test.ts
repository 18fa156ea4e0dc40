import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness } from '../../test/a-business.ts';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { asSuperuser, queryAll } from '../../test/rows.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { checkDueBooks } from './check-books.ts';

/** Until after the next check at three in the morning, whatever time of day it is. */
const NIGHT = 28 * 3_600;
const UNBALANCED = 'A journal entry balances per currency and has two lines or more';

let stage: ConnectedDesk;
let owner: TestClient;
beforeAll(async () => {
  stage = await aConnectedDesk({ isSwept: false, breaksBooks: true });
  owner = await stage.signIn('OWNER');
});
afterAll(() => stage.stop());

/** Past every guard, as nobody but the owner of the database could. */
const pastTheGuards = (sql: string, values: readonly unknown[]) =>
  asSuperuser(stage.database, async (client) => {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(sql, [...values]);
    await client.query('COMMIT');
  });

const breakBooks = async (organizationId: string): Promise<string> => {
  const id = stage.ports.newId();
  await pastTheGuards(
    `INSERT INTO journal_entry (organization_id, id, source, purpose, posted_on, created_by_kind, created_at)
     VALUES ($1, $2, $3, 'FEE', '2026-11-23', 'SYSTEM', now())`,
    [organizationId, id, `test:${id}`],
  );
  return id;
};

const mend = () => pastTheGuards(`DELETE FROM journal_entry WHERE source LIKE 'test:%'`, []);

afterEach(mend);

const CHECKS = `{ booksChecks(first: 1) { totalCount edges { node {
  askedBy { kind } askedAt finishedAt rules broken { rule rows } notChecked } } } }`;

const lastCheck = async (client = owner) => {
  const { data } = await client.query(CHECKS);
  return { count: data.booksChecks.totalCount, ...data.booksChecks.edges[0]?.node };
};

const tasks = async (client = owner) => {
  const { data } = await client.query(
    `{ tasks(list: UNASSIGNED, first: 50) { edges { node { id reason detail } } } }`,
  );
  const nodes: readonly { id: string; reason: string; detail: string }[] = data.tasks.edges.map(
    ({ node }: { node: object }) => node,
  );
  return nodes.filter(({ reason }) => reason === 'BOOKS_BROKEN');
};

const finish = (taskId: string) => call(owner, 'finishTask', { taskId, note: 'Angesehen' });

describe('the books', { timeout: 60_000 }, () => {
  it('are checked the first night after the founding, and each night after', async () => {
    await stage.lookAround();
    expect(await lastCheck()).toEqual({ count: 0 });
    for (const count of [1, 2]) {
      await stage.lookAround(NIGHT);
      await stage.lookAround();
      const check = await lastCheck();
      expect(check).toMatchObject({ count, askedBy: { kind: 'SYSTEM' }, broken: [], notChecked: [] });
      expect(check.rules).toBeGreaterThan(30);
      expect(check.finishedAt).not.toBeNull();
    }
    const next = await queryAll(
      stage.database,
      `SELECT to_char(books_check_at AT TIME ZONE time_zone, 'HH24:MI') AS due FROM organization`,
    );
    expect(next).toEqual([{ due: '03:00' }]);
  });

  it('are a task in words when a rule is broken: one, however often that is found', async () => {
    const id = await breakBooks(stage.organizationId);
    await stage.lookAround(NIGHT);
    await stage.lookAround(NIGHT);
    expect(await tasks()).toMatchObject([{ detail: `${UNBALANCED}: ${id}` }]);
    const query = `{ tasks(list: UNASSIGNED, first: 50) { edges { node { reason detail } } } }`;
    const german = await owner.post('/graphql', { query }, { 'accept-language': 'de' });
    expect((german.body as Data).data.tasks.edges).toContainEqual({
      node: {
        reason: 'BOOKS_BROKEN',
        detail: `Eine Buchung geht in jeder Währung auf und hat mindestens zwei Zeilen: ${id}`,
      },
    });
    expect(await lastCheck()).toMatchObject({ broken: [{ rule: UNBALANCED, rows: [id] }] });
    const { data: log } = await owner.query(
      `{ latestEvents(first: 20) { edges { node { type ... on BooksEvent { check { broken { rows } } } } } } }`,
    );
    expect(log.latestEvents.edges).toContainEqual({
      node: { type: 'BOOKS_CHECKED', check: { broken: [{ rows: [id] }] } },
    });
  });

  it('are a task again when that was finished and the rule is broken still', async () => {
    const [old] = await tasks();
    await finish(old?.id ?? '');
    const id = await breakBooks(stage.organizationId);
    await stage.lookAround(NIGHT);
    const [fresh] = await tasks();
    expect(fresh?.detail).toBe(`${UNBALANCED}: ${id}`);
    expect(fresh?.id).not.toBe(old?.id);
    await finish(fresh?.id ?? '');
  });

  it('of others are nobody’s: their broken rows are not seen here', async () => {
    const other = await aBusiness(stage.database);
    await breakBooks(other.organizationId);
    await stage.lookAround(NIGHT);
    expect(await lastCheck()).toMatchObject({ broken: [] });
    expect(await tasks()).toEqual([]);
  });

  it('are checked once by two processes at once', async () => {
    const before = await lastCheck();
    await breakBooks(stage.organizationId);
    await stage.later(NIGHT);
    const check = () => checkDueBooks(stage.ports, stage.organizationId);
    await Promise.all([check(), check(), check()]);
    expect((await lastCheck()).count).toBe(before.count + 1);
    const raised = await tasks();
    expect(raised).toHaveLength(1);
    await finish(raised[0]?.id ?? '');
  });

  it('are checked to the end by another process when one has died over it', async () => {
    const before = await lastCheck();
    await stage.later(NIGHT);
    const dying = { ...stage.ports, log: stage.ports.log, doorbell: stage.ports.doorbell };
    const broken = [
      {
        name: 'dies',
        de: 'Stirbt',
        get sql(): string {
          throw new Error('killed');
        },
      },
    ];
    await expect(checkDueBooks(dying, stage.organizationId, broken)).rejects.toThrow('killed');
    expect(await lastCheck()).toMatchObject({ count: before.count + 1, finishedAt: null });
    await stage.lookAround();
    expect(await lastCheck()).toMatchObject({ finishedAt: null });
    await stage.lookAround(16 * 60);
    expect(await lastCheck()).toMatchObject({ count: before.count + 1, finishedAt: expect.any(String) });
  });

  it('are not called fine where a rule took too long', async () => {
    await stage.later(NIGHT);
    const slow = { name: 'is slow', de: 'Ist langsam', sql: 'SELECT pg_sleep(60)' };
    const fast = { name: 'is fast', de: 'Ist schnell', sql: 'SELECT 1 WHERE false' };
    const limits = { rule: 200, all: 60_000 };
    await checkDueBooks(stage.ports, stage.organizationId, [slow, fast], limits);
    expect(await lastCheck()).toMatchObject({ rules: 2, broken: [], notChecked: ['Is slow'] });
    await stage.later(NIGHT);
    await checkDueBooks(stage.ports, stage.organizationId, [slow, fast], { rule: 200, all: 0 });
    expect(await lastCheck()).toMatchObject({ notChecked: ['Is slow', 'Is fast'] });
  });

  it('are checked at once when the owner asks, once per key and one at a time', async () => {
    const before = await lastCheck();
    const idempotencyKey = freshKey();
    const ask = (key = idempotencyKey) =>
      call(owner, 'checkBooks', { idempotencyKey: key }, 'replayed check { id finishedAt }');
    const [first, second] = await Promise.all([ask(), ask()]);
    expect([first.replayed, second.replayed].toSorted()).toEqual([false, true]);
    const third = await ask(freshKey());
    expect(third).toMatchObject({ replayed: false, check: { id: first.check.id, finishedAt: null } });
    await stage.workOff();
    expect(await lastCheck()).toMatchObject({
      count: before.count + 1,
      askedBy: { kind: 'MEMBER' },
      finishedAt: expect.any(String),
    });
    expect(await ask()).toMatchObject({ replayed: true, check: { finishedAt: expect.any(String) } });
  });

  it('are the owner’s to have checked, and everybody’s to see', async () => {
    for (const role of ['TEAM_LEAD', 'CLERK', 'ADVISER'] as const) {
      const client = await stage.signIn(role);
      await expect(call(client, 'checkBooks', {})).rejects.toThrow('ledger:check');
      expect(await lastCheck(client)).toMatchObject({ finishedAt: expect.any(String) });
    }
  });
});
