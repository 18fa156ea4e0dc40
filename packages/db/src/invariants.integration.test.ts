import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allocation,
  approval,
  attempt,
  capture,
  createBusiness,
  dispute,
  NOW,
  payment,
  paymentCase,
  refund,
} from '../test/fixtures.ts';
import { askInvariant, findViolations, readInvariants, type Violation } from './invariants.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** Breaks something with every guard switched off, looks, and takes it back. */
const brokenBy = async (organizationId: string, ...statements: string[]): Promise<string[]> => {
  await superuser.query('BEGIN');
  await superuser.query('SET LOCAL session_replication_role = replica');
  for (const sql of statements) await superuser.query(sql.replaceAll('$ORG', `'${organizationId}'`));
  const violations = await findViolations(async (sql) => (await superuser.query(sql)).rows);
  await superuser.query('ROLLBACK');
  return violations.map(({ invariant }) => invariant);
};

describe('the invariants', () => {
  it('are sentences, each once, and hold on a fresh business as the app sees it', async () => {
    const names = (await readInvariants()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
    const german = (await readInvariants()).map(({ de }) => de);
    expect(german.filter((sentence) => !/^[A-ZÄÖÜ].+[^.]$/.test(sentence))).toEqual([]);
    expect(new Set(german).size).toBe(german.length);
    const { organizationId } = await createBusiness(database);
    const violations = await withTenant(database.app, organizationId, (tx) =>
      findViolations((sql) => tx.$queryRawUnsafe(sql)),
    );
    expect(violations).toEqual([]);
  });

  it('are asked one by one for a time, and left unanswered when it is over or the rows make no sense', async () => {
    const { organizationId } = await createBusiness(database);
    const ask = (sql: string) => askInvariant(database.app, organizationId, { sql }, 300);
    expect(await ask('SELECT id FROM customer WHERE false')).toEqual([]);
    expect(await ask('SELECT key FROM ledger_account')).toHaveLength(2);
    expect(await ask('SELECT pg_sleep(60)')).toBeNull();
    expect(await ask('SELECT name::int FROM organization')).toBeNull();
    await expect(ask("SELECT nextval('nobody')")).resolves.toBeNull();
  });

  it('show the rows that break them', async () => {
    const business = await createBusiness(database);
    const row = { ...paymentCase(business), number: 'ZV-2026-000001' };
    let violations: Violation[] = [];
    const rolledBack = withTenant(database.app, business.organizationId, async (tx) => {
      await tx.paymentCase.create({ data: row });
      violations = await findViolations((sql) => tx.$queryRawUnsafe(sql));
      throw new Error('seen enough');
    });
    await expect(rolledBack).rejects.toThrow('seen enough');
    expect(violations.map(({ invariant }) => invariant)).toEqual([
      'an open case has exactly one open run, any other case none',
      'every case has a published status',
      'numbers have no gap',
    ]);
    expect(violations[0]?.rows).toEqual([
      { organization_id: business.organizationId, id: row.id, state: 'OPEN', open_runs: 0n },
    ]);
  });

  it.each([
    [
      'an unbalanced entry',
      [
        `INSERT INTO journal_entry VALUES ($ORG, gen_random_uuid(), 'x', 'FEE', '2026-11-23', NULL, NULL, NULL, NULL, 'SYSTEM', NULL, now(), 1)`,
      ],
      'a journal entry balances per currency and has two lines or more',
    ],
    [
      'a gap in the numbers',
      [`INSERT INTO number_series VALUES ($ORG, 'invoice:2026', 3)`],
      'numbers have no gap',
    ],
    [
      'a head that runs ahead of its log',
      [`INSERT INTO event_head VALUES ($ORG, 7, sha256(''))`],
      'the event log has no gap and ends at its head',
    ],
    [
      'a customer whose versions are lost',
      [`UPDATE customer SET saved_version = 2, number = 'K-000001' WHERE organization_id = $ORG`],
      'the versions of a customer are numbered from one, the newest and the confirmed one are known',
    ],
    [
      'a customer that lives on in one that lives on in another',
      [
        `INSERT INTO customer SELECT (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'number', NULL, 'state', 'MERGED', 'merged_into_id', c.id))).* FROM customer c WHERE organization_id = $ORG`,
        `INSERT INTO customer SELECT (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'merged_into_id', c.id))).* FROM customer c WHERE organization_id = $ORG AND state = 'MERGED'`,
      ],
      'what goes on belongs to a customer that stands by itself',
    ],
  ])('find %s', async (_what, statements, invariant) => {
    const { organizationId } = await createBusiness(database);
    expect(await brokenBy(organizationId, ...statements)).toContain(invariant);
  });

  const POSTED =
    'every refund that has gone is posted, with its amount, and countered exactly when it came back';
  const ASKED = 'the provider is asked about a refund exactly while it goes back over the provider';

  it.each([
    ['has gone and is not posted', "state = 'SUCCEEDED', succeeded_at = now()", POSTED],
    ['has come back and is not posted', "state = 'FAILED', succeeded_at = now()", POSTED],
    [
      'should have lowered its claim',
      "state = 'SUCCEEDED', succeeded_at = now(), effect = 'REDUCE'",
      'a claim is lowered by a refund exactly when that has gone, and by as much as its correction says',
    ],
    ['nobody asks the provider about', "state = 'SENT'", ASKED],
    ['the provider is asked about for ever', "state = 'FAILED', check_at = now()", ASKED],
    [
      'goes without the consent that it waits for',
      "state = 'SENT'",
      'a refund that goes and names an approval has been granted it',
    ],
  ])('find a refund that %s', async (_what, change, invariant) => {
    const business = await createBusiness(database);
    const paymentId = randomUUID();
    const consent = approval(business, business.customerId);
    await withTenant(database.app, business.organizationId, async (tx) => {
      await tx.payment.create({
        data: {
          ...payment(business, null, paymentId),
          source: 'PROVIDER',
          providerAccountId: business.providerAccountId,
        },
      });
      await tx.approval.create({ data: consent });
      await tx.refund.create({ data: { ...refund(business, paymentId, 100n), approvalId: consent.id } });
    });
    expect(await brokenBy(business.organizationId)).not.toContain(invariant);
    const broken = await brokenBy(
      business.organizationId,
      `UPDATE refund SET ${change} WHERE payment_id = '${paymentId}'`,
    );
    expect(broken).toContain(invariant);
  });

  it('find money that was never posted, and credit that nobody has', async () => {
    const business = await createBusiness(database);
    await withTenant(database.app, business.organizationId, (tx) =>
      tx.payment.create({ data: { ...payment(business, null, randomUUID()), bookedAt: NOW } }),
    );
    expect(await brokenBy(business.organizationId)).toEqual([
      'every payment is posted once, with its amount',
      'credit and pool hold what has arrived and is neither allocated, given back nor booked elsewhere',
    ]);
  });

  const TAKEN =
    'every dispute that has taken money is posted, with amount and fee, and countered exactly when the money came back';
  const FOLLOWED = 'the provider is asked about a dispute exactly while more of it is to come';

  const LOST = "state = 'LOST', decided_at = now(), withdrawn_at = now()";
  const WON = "state = 'WON', decided_at = now(), withdrawn_at = now(), reinstated_at = now()";

  it.each([
    ['has taken money and is not posted', 'withdrawn_at = now()', TAKEN],
    ['has given money back and is not posted', WON, TAKEN],
    ['has cost a fee that is not posted', 'fee_minor = 2000', TAKEN],
    ['nobody asks the provider about', 'check_at = NULL', FOLLOWED],
    ['the provider is asked about for ever', LOST, FOLLOWED],
    [
      'was lost while its claim still has the money',
      LOST,
      'a claim has been given nothing that a bank has taken back for good',
    ],
    [
      'is open while its case is closed',
      'case_id = (SELECT payment.case_id FROM payment WHERE payment.id = dispute.payment_id)',
      'an open dispute has its case open',
    ],
  ])('find a dispute that %s', async (_what, change, invariant) => {
    const business = await createBusiness(database);
    const row = { ...paymentCase(business), number: 'ZV-2026-000001' };
    const money = { ...payment(business, row.id, randomUUID()), caseId: row.id };
    await withTenant(database.app, business.organizationId, async (tx) => {
      await tx.paymentCase.create({ data: row });
      await tx.payment.create({ data: money });
      await tx.allocation.create({ data: allocation(business, money.id, row.id, 10_000n) });
      await tx.dispute.create({ data: dispute(business, money.id, 100n) });
    });
    expect(await brokenBy(business.organizationId)).not.toContain(invariant);
    const broken = await brokenBy(
      business.organizationId,
      `UPDATE payment_case SET state = 'CLOSED', closed_at = now(), released_at = now(), closed_by_kind = 'MEMBER',
         closed_by_id = gen_random_uuid() WHERE id = '${row.id}'`,
      `UPDATE dispute SET ${change} WHERE payment_id = '${money.id}'`,
    );
    expect(broken).toContain(invariant);
  });

  const CAPTURED = 'a capture that has succeeded has brought its money, and no more than was reserved';
  const CHASED = 'the provider is asked about a capture exactly while nobody knows what becomes of it';

  it.each([
    ['has succeeded without money', "state = 'SUCCEEDED', check_at = NULL", CAPTURED],
    ['nobody asks the provider about', 'check_at = NULL', CHASED],
    ['the provider is asked about for ever', "state = 'FAILED'", CHASED],
  ])('find a capture that %s', async (_what, change, invariant) => {
    const business = await createBusiness(database);
    const reserved = { ...attempt(business, randomUUID()), capture: 'MANUAL' as const };
    await withTenant(database.app, business.organizationId, async (tx) => {
      await tx.paymentCase.create({
        data: { ...paymentCase(business, reserved.caseId), number: 'ZV-2026-000001' },
      });
      await tx.paymentAttempt.create({ data: reserved });
      await tx.capture.create({ data: capture(business, reserved, 9_000n) });
    });
    const { organizationId } = business;
    const broken = await brokenBy(
      organizationId,
      `UPDATE capture SET ${change} WHERE organization_id = $ORG`,
    );
    expect(broken).toContain(invariant);
  });
});
