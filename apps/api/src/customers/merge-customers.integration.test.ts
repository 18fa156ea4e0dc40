import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { DEFAULT_DEFINITION } from '@zahlwerk/domain/workflow/definition';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { untilWaiting } from '../../test/at-the-barrier.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { asSuperuser, queryAll } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: Stage;
let lead: TestClient;

beforeAll(async () => {
  stage = await aStage({ definition: DEFAULT_DEFINITION });
  lead = await stage.signIn('TEAM_LEAD');
});
afterAll(() => stage.stop());

interface Known {
  readonly id: string;
  readonly caseId: string;
}

/** A customer whose confirmed case waits for its money, with an invoice. */
const aCustomer = async (): Promise<Known> => knownBy(await stage.own.desk.waiting());

/** One whose case has only been started. */
const aDraft = async (deviation: Parameters<typeof aStranger>[0] = {}): Promise<Known> =>
  knownBy(await stage.own.desk.start({ customer: { data: aStranger(deviation) } }));

const knownBy = async (caseId: string): Promise<Known> => ({
  caseId,
  id: (await stage.own.desk.read(caseId)).customer.id,
});

const merge = (survivor: string, merged: string, extra = {}, client = lead) =>
  call(
    client,
    'mergeCustomers',
    {
      survivorId: encodeId('Customer', survivor),
      mergedId: encodeId('Customer', merged),
      reason: 'Zweimal angelegt',
      ...extra,
    },
    'replayed customer { id }',
  );

const inTenant = <Result>(work: Parameters<typeof withTenant<Result>>[2]): Promise<Result> =>
  withTenant(stage.database.app, stage.organizationId, work);

const customerOf = (id: string) =>
  inTenant((tx) => tx.customer.findFirstOrThrow({ where: { id }, include: { paymentMethods: true } }));

const PAGE = `query ($id: ID!, $from: Date!, $until: Date!) { customer(id: $id) {
  state mergedInto { id }
  account { open { minor } openCount credit { minor } }
  cases(first: 10) { edges { node { id } } }
  statement(from: $from, until: $until) { rows { reason } closing { minor } }
  duplicates { customer { id } facts }
} }`;

const pageOf = async (id: string) => {
  const period = { from: addDays(today(), -30), until: addDays(today(), 1) };
  return (await lead.query(PAGE, { id: encodeId('Customer', id), ...period })).data.customer;
};

describe('two records of one customer', { timeout: 60_000 }, () => {
  it('are offered by what they share', async () => {
    const email = 'doppelt@example.org';
    const [one, other] = [await aDraft({ email }), await aDraft({ email })];
    expect((await pageOf(one.id)).duplicates).toEqual([
      { customer: { id: encodeId('Customer', other.id) }, facts: ['EMAIL'] },
    ]);
  });

  it('become one: what goes on goes on under the one that stays, what was issued and posted stays', async () => {
    const [survivor, merged] = [await aCustomer(), await aCustomer()];
    const { desk, business } = stage.own;
    await desk.run(merged.caseId, business.clerk, 'registerReceipt', desk.receipt(150_00n));
    const papers = () =>
      queryAll(
        stage.database,
        `SELECT 'invoice' AS what, to_jsonb(invoice) AS row FROM invoice WHERE organization_id = $1
         UNION ALL SELECT 'entry', to_jsonb(journal_entry) FROM journal_entry WHERE organization_id = $1
         UNION ALL SELECT 'version', to_jsonb(customer_version) FROM customer_version WHERE organization_id = $1`,
        [stage.organizationId],
      );
    const before = await papers();
    const { version } = await desk.read(merged.caseId);
    expect(await merge(survivor.id, merged.id)).toMatchObject({
      replayed: false,
      customer: { id: encodeId('Customer', survivor.id) },
    });
    expect(await papers()).toEqual(before);
    expect(await pageOf(survivor.id)).toMatchObject({
      account: { open: { minor: '23800' }, openCount: 2, credit: { minor: '15000' } },
      cases: { edges: [{}, {}] },
      statement: { rows: [{}, {}, {}], closing: { minor: '8800' } },
    });
    expect(await pageOf(merged.id)).toMatchObject({
      state: 'MERGED',
      mergedInto: { id: encodeId('Customer', survivor.id) },
      cases: { edges: [] },
      duplicates: [],
    });
    const moved = await desk.read(merged.caseId);
    expect(moved).toMatchObject({ version: version + 1, customer: { id: survivor.id } });
    // The money that came before goes on as the survivor's, to the end.
    const over = { paymentId: null, resolution: 'OVER', reason: null } as const;
    const confirmed = await desk.run(merged.caseId, business.clerk, 'confirmAmount', over);
    expect(confirmed.allocations).toHaveLength(1);
  });

  it('are told of in the log, with the reason', async () => {
    const [survivor, merged] = [await aCustomer(), await aCustomer()];
    await merge(survivor.id, merged.id, { reason: 'Dieselbe Werkstatt' });
    const [event] = await queryAll<{ data: object; text: string }>(
      stage.database,
      `SELECT data, text FROM event JOIN event_reason USING (organization_id, position)
       WHERE organization_id = $1 AND type = 'customer.merged' AND stream_id = $2`,
      [stage.organizationId, survivor.id],
    );
    expect(event).toMatchObject({
      text: 'Dieselbe Werkstatt',
      data: { customerId: survivor.id, mergedId: merged.id, cases: 1, payments: 0 },
    });
  });

  it('are merged once for one key, and new cases of the old one are of the new', async () => {
    const [survivor, merged] = [await aCustomer(), await aCustomer()];
    const key = { idempotencyKey: freshKey() };
    await merge(survivor.id, merged.id, key);
    expect(await merge(survivor.id, merged.id, key)).toMatchObject({ replayed: true });
    const caseId = await stage.own.desk.start({ customer: { id: merged.id } });
    expect((await stage.own.desk.read(caseId)).customer.id).toBe(survivor.id);
  });

  it('keep pointing to the last of a chain', async () => {
    const [first, second, third] = [await aCustomer(), await aCustomer(), await aCustomer()];
    await merge(second.id, first.id);
    await merge(third.id, second.id);
    expect((await customerOf(first.id)).mergedIntoId).toBe(third.id);
    expect((await pageOf(third.id)).account).toMatchObject({ openCount: 3 });
  });

  it('are refused where that cannot be: the same, one merged already, a draft that would take in a confirmed one', async () => {
    const [one, other, third] = [await aCustomer(), await aCustomer(), await aCustomer()];
    expect(await merge(one.id, one.id)).toMatchObject({ code: 'SAME_CUSTOMER' });
    await merge(one.id, other.id);
    expect(await merge(one.id, other.id)).toMatchObject({ code: 'ALREADY_MERGED' });
    expect(await merge(other.id, third.id)).toMatchObject({ code: 'ALREADY_MERGED' });
    const { id: draft } = await aDraft();
    expect(await merge(draft, third.id)).toMatchObject({ code: 'SURVIVOR_NOT_CONFIRMED' });
    expect(await merge(third.id, draft)).toMatchObject({ replayed: false });
  });

  it('are refused without a reason, to a clerk, and for a record of another business', async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    expect(await merge(one.id, other.id, { reason: '  ' })).toMatchObject({ code: 'VALIDATION_FAILED' });
    const clerk = await stage.signIn('CLERK');
    await expect(merge(one.id, other.id, {}, clerk)).rejects.toThrow('customer:merge');
    expect(await merge(one.id, stage.ports.newId())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('take over what the provider keeps as a whole, or not at all', async () => {
    const [survivor, merged, busy] = [await aCustomer(), await aCustomer(), await aCustomer()];
    await inTenant(async (tx) => {
      const account = await tx.providerAccount.findFirstOrThrow();
      const { organizationId } = stage;
      for (const { id } of [merged, busy]) {
        await tx.customerSync.create({
          data: {
            ...{ organizationId, id: stage.ports.newId(), customerId: id, target: 'PROVIDER' },
            ...{ targetRef: account.id, externalRef: `cus_${id}`, customerVersion: 1, state: 'SYNCED' },
            updatedAt: new Date(),
          },
        });
        await tx.paymentMethod.create({
          data: {
            ...{ organizationId, id: stage.ports.newId(), customerId: id, providerAccountId: account.id },
            ...{ reference: `pm_${id}`, type: 'CARD', state: 'ACTIVE', isDefault: true, isFirst: true },
            createdAt: new Date(),
          },
        });
      }
    });
    expect(await merge(busy.id, merged.id)).toMatchObject({ code: 'METHODS_AT_PROVIDER' });
    await merge(survivor.id, merged.id);
    expect((await customerOf(survivor.id)).paymentMethods).toMatchObject([{ reference: `pm_${merged.id}` }]);
    expect((await customerOf(merged.id)).paymentMethods).toEqual([]);
  });

  it('cannot be crossed: of two merges the other way round one wins, the other is refused', async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    const outcomes = await asSuperuser(stage.database, async (gate) => {
      await gate.query('BEGIN');
      await gate.query('SELECT 1 FROM customer WHERE id = ANY ($1) FOR UPDATE', [[one.id, other.id]]);
      const calls = Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);
      await untilWaiting(stage.database, 2);
      await gate.query('COMMIT');
      return calls;
    });
    expect(outcomes.map(({ code }) => code ?? 'MERGED').sort()).toEqual(['ALREADY_MERGED', 'MERGED']);
  });

  it('wait for who is at work on a case, who is told when it has changed under them', async () => {
    const [survivor, merged] = [await aCustomer(), await aCustomer()];
    const { desk, business } = stage.own;
    const outcome = await asSuperuser(stage.database, async (gate) => {
      await gate.query('BEGIN');
      await gate.query('SELECT 1 FROM payment_case WHERE id = $1 FOR UPDATE', [merged.caseId]);
      const both = Promise.all([
        merge(survivor.id, merged.id),
        desk.run(merged.caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n)),
      ]);
      await untilWaiting(stage.database, 2);
      await gate.query('COMMIT');
      return both;
    });
    expect(outcome[0]).toMatchObject({ replayed: false });
    expect((await desk.read(merged.caseId)).customer.id).toBe(survivor.id);
    expect((await pageOf(survivor.id)).account).toMatchObject({ credit: { minor: '11900' } });
    const [stray] = await queryAll<{ count: number }>(
      stage.database,
      'SELECT count(*)::int AS count FROM payment WHERE customer_id = $1',
      [merged.id],
    );
    expect(stray).toEqual({ count: 0 });
  });
});
