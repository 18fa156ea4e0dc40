import { withTenant } from '@zahlwerk/db/tenant';
import { money } from '@zahlwerk/domain/money/money';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aClosedCase } from '../../test/a-closed-case.ts';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { balanceOf } from '../../test/balances.ts';
import { anEvent, deliver, readInbox } from '../../test/deliver.ts';
import { queryAll, readRows, readViolations } from '../../test/rows.ts';

/** 119.00 EUR by card cost 1.5 % and 0.25. */
const FEE = 2_04;
const NET = 119_00 - FEE;

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

/** The provider's schedule makes a payout of all there is; gives back its reference. */
const payOut = async (): Promise<string> => {
  const { payouts } = (await stage.sandbox.press('payouts/run', { account: stage.account.externalId })) as {
    payouts: string[];
  };
  await stage.settle();
  const [id, ...more] = payouts;
  if (!id || more.length > 0) throw new Error(`The provider made ${payouts.length} payouts.`);
  return id;
};

const press = async (path: string): Promise<void> => {
  await stage.sandbox.press(path);
  await stage.settle();
};

/** The provider says what its payouts consist of a minute after it has made them. */
const reconcile = async (): Promise<void> => {
  await stage.sandbox.press('clock', { advanceSeconds: 61 });
  await stage.settle();
};

const readPayout = (providerRef: string) =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.payout.findFirstOrThrow({
      where: { providerRef },
      include: { items: { orderBy: [{ kind: 'asc' }, { sourceRef: 'asc' }] } },
    }),
  );

const eventsOf = async (id: string): Promise<readonly string[]> =>
  (
    await queryAll<{ type: string }>(
      stage.database,
      `SELECT type FROM event WHERE stream = 'payout' AND stream_id = $1 ORDER BY seq`,
      [id],
    )
  ).map(({ type }) => type);

/** Debit and credit of what was posted for a payout: account and minor units. */
const postedFor = async (id: string) =>
  (
    await queryAll<{ source: string; key: string; minor: string }>(
      stage.database,
      `SELECT entry.source, account.key, line.amount_minor AS minor
       FROM journal_entry entry
       JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
       JOIN ledger_account account
         ON account.organization_id = line.organization_id AND account.id = line.account_id
       WHERE entry.source LIKE 'payout:' || $1 || '%' ORDER BY entry.created_at, line.position`,
      [id],
    )
  ).map(({ source, key, minor }) => [source.slice(`payout:${id}`.length), key, Number(minor)]);

const failedTasks = (id: string) =>
  queryAll(
    stage.database,
    `SELECT state, detail FROM task WHERE reason = 'PAYOUT_FAILED' AND subject_id = $1`,
    [id],
  );

describe('a payout that the provider makes by itself', { timeout: 90_000 }, () => {
  it('is known when it leaves, explained to the cent a minute later, and posted when it arrives', async () => {
    const cases = [await aClosedCase(stage), await aClosedCase(stage)];
    expect(await balanceOf(stage.database, 'CLEARING')).toBe(2 * NET);
    const ref = await payOut();
    const left = await readPayout(ref);
    expect(left).toMatchObject({ state: 'SENT', mode: 'AUTOMATIC', netMinor: BigInt(2 * NET), items: [] });
    expect(await postedFor(left.id)).toEqual([]);

    await reconcile();
    const explained = await readPayout(ref);
    expect(explained).toMatchObject({
      state: 'SENT',
      grossMinor: 238_00n,
      feeMinor: BigInt(2 * FEE),
      netMinor: BigInt(2 * NET),
    });
    expect(explained.items).toHaveLength(2);
    for (const item of explained.items)
      expect(item).toMatchObject({ kind: 'PAYMENT', grossMinor: 119_00n, feeMinor: BigInt(FEE) });
    expect(explained.items.map(({ caseId }) => caseId).sort()).toEqual(cases.toSorted());

    await press(`payouts/${ref}/arrive`);
    const arrived = await readPayout(ref);
    expect(arrived.state).toBe('PAID');
    expect(arrived.paidAt).not.toBeNull();
    expect(await postedFor(arrived.id)).toEqual([
      ['', 'BANK', 2 * NET],
      ['', 'CLEARING', -2 * NET],
    ]);
    expect(await balanceOf(stage.database, 'CLEARING')).toBe(0);
    expect(await eventsOf(arrived.id)).toEqual(['payout.created', 'payout.explained', 'payout.paid']);
  });

  it('names the refunds that it is lowered by, with their case', async () => {
    const caseId = await aClosedCase(stage);
    const other = await aClosedCase(stage);
    const [payment] = (await stage.desk.read(caseId)).payments;
    await stage.desk.run(caseId, stage.business.clerk, 'requestRefund', {
      paymentId: payment?.id ?? '',
      amount: money(1900n, 'EUR'),
      effect: 'REDUCE',
      reason: 'Kratzer',
    });
    await stage.settle();
    const [refund] = (await stage.desk.read(caseId)).refunds;
    expect(refund?.state).toBe('SUCCEEDED');
    const ref = await payOut();
    await reconcile();
    const { netMinor, items } = await readPayout(ref);
    expect(netMinor).toBe(BigInt(2 * NET - 19_00));
    expect(items.filter(({ kind }) => kind === 'REFUND')).toMatchObject([
      { refundId: refund?.id, paymentId: payment?.id, caseId, grossMinor: -1900n, feeMinor: 0n },
    ]);
    expect(
      items
        .filter(({ kind }) => kind === 'PAYMENT')
        .map((item) => item.caseId)
        .toSorted(),
    ).toEqual([caseId, other].toSorted());
    await press(`payouts/${ref}/arrive`);
  });

  it('told again, late and in another order, changes nothing', async () => {
    const told = (await readInbox(stage)).filter(({ type }) => type.startsWith('payout.'));
    expect(new Set(told.map(({ type }) => type))).toEqual(
      new Set(['payout.created', 'payout.paid', 'payout.reconciliation_completed']),
    );
    const { webhook_inbox: _, ...before } = await readRows(stage.database);
    for (const { event_id, object_id, type } of told.toReversed()) {
      await stage.sandbox.press(`events/${event_id}/redeliver`);
      // And the same under a fresh id, as if it had happened once more.
      const object = { id: object_id, object: 'payout' };
      expect(await deliver(stage, anEvent(object_id ?? '', { type, data: { object } }))).toBe(200);
    }
    await stage.settle();
    expect(await readRows(stage.database)).toMatchObject(before);
  });

  it('that comes back after it had arrived gets its counter-entry and a task; its cases stay closed', async () => {
    const caseId = await aClosedCase(stage);
    const bank = await balanceOf(stage.database, 'BANK');
    const ref = await payOut();
    await reconcile();
    await press(`payouts/${ref}/arrive`);
    expect(await balanceOf(stage.database, 'BANK')).toBe(bank + NET);
    await press(`payouts/${ref}/fail`);
    const failed = await readPayout(ref);
    expect(failed).toMatchObject({ state: 'FAILED', failureCode: 'account_closed' });
    expect(await postedFor(failed.id)).toEqual([
      ['', 'BANK', NET],
      ['', 'CLEARING', -NET],
      [':returned', 'CLEARING', NET],
      [':returned', 'BANK', -NET],
    ]);
    expect(await balanceOf(stage.database, 'BANK')).toBe(bank);
    expect(await balanceOf(stage.database, 'CLEARING')).toBe(NET);
    expect(await failedTasks(failed.id)).toEqual([
      { state: 'OPEN', detail: `${failed.number} account_closed` },
    ]);
    expect((await stage.desk.read(caseId)).state).toBe('CLOSED');
  });

  it('carries what came back, and is explained to the cent with it', async () => {
    await aClosedCase(stage);
    const ref = await payOut();
    await reconcile();
    await press(`payouts/${ref}/arrive`);
    const { items, netMinor, state } = await readPayout(ref);
    expect([state, netMinor]).toEqual(['PAID', BigInt(2 * NET)]);
    expect(items.map(({ kind, netMinor: net }) => [kind, net])).toEqual([
      ['PAYMENT', BigInt(NET)],
      ['OTHER', BigInt(NET)],
    ]);
    expect(await balanceOf(stage.database, 'CLEARING')).toBe(0);
  });

  it('that fails before it has arrived was never posted, and becomes a task all the same', async () => {
    await aClosedCase(stage);
    const ref = await payOut();
    await press(`payouts/${ref}/fail`);
    const failed = await readPayout(ref);
    expect(failed.state).toBe('FAILED');
    expect(await postedFor(failed.id)).toEqual([]);
    expect(await failedTasks(failed.id)).toHaveLength(1);
    expect(await balanceOf(stage.database, 'CLEARING')).toBe(NET);
  });
});

describe('a payout that somebody has ordered in the provider’s own panel', { timeout: 90_000 }, () => {
  it('is posted when it arrives, although the provider does not say what it consists of', async () => {
    const { stripe } = stage.account;
    await stage.passDays(5);
    await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
    await aClosedCase(stage);
    const clearing = await balanceOf(stage.database, 'CLEARING');
    await stage.passDays(5);
    const { id } = await stripe.payouts.create({ amount: 50_00, currency: 'eur' });
    await stage.settle();
    expect(await readPayout(id)).toMatchObject({ state: 'SENT', mode: 'MANUAL', items: [] });
    await press(`payouts/${id}/arrive`);
    const arrived = await readPayout(id);
    expect(arrived.state).toBe('PAID');
    expect(await postedFor(arrived.id)).toEqual([
      ['', 'BANK', 50_00],
      ['', 'CLEARING', -50_00],
    ]);
    expect(await balanceOf(stage.database, 'CLEARING')).toBe(clearing - 50_00);
  });
});
