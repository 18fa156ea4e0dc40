import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aClosedCase } from '../../test/a-closed-case.ts';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import { giveUp } from '../give-up.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { proposePayout, releasePayout } from './write-payout.ts';

const NET = 119_00 - 2_04;

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
  const { stripe } = stage.account;
  await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
  await withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.organization.updateMany({ data: { payoutMode: 'MANUAL' } }),
  );
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

const asking = (actor: ConnectedDesk['business']['owner']) => {
  if (actor.kind !== 'MEMBER') throw new Error('Only members release money.');
  return { organizationId: stage.organizationId, actor, idempotency: null };
};

const proposeAndRelease = async (): Promise<string> => {
  const { ports, business } = stage;
  const { payoutId } = await proposePayout(workshopOf(ports), asking(business.owner));
  await releasePayout(workshopOf(ports), { ...asking(business.lead), payoutId });
  return payoutId;
};

/** A released proposal over the money of one closed case; the provider has not been asked yet. */
const aRelease = async (): Promise<string> => {
  await aClosedCase(stage);
  await stage.passDays(5);
  return proposeAndRelease();
};

const send = (): Promise<number> => stage.workOff('send-payout');

interface Row {
  readonly id: string;
  readonly state: string;
  readonly provider_ref: string | null;
  readonly failure_code: string | null;
}

const readAll = (): Promise<readonly Row[]> =>
  queryAll<Row>(
    stage.database,
    'SELECT id, state, provider_ref, failure_code FROM payout ORDER BY proposed_at, number',
  );

const read = async (payoutId: string): Promise<Row | undefined> =>
  (await readAll()).find(({ id }) => id === payoutId);

/** The provider's payouts of this order. */
const orderedAs = async (payoutId: string): Promise<readonly string[]> => {
  const { data } = await stage.account.stripe.payouts.list({ limit: 100 });
  return data.filter(({ metadata }) => metadata?.payoutId === payoutId).map(({ id }) => id);
};

const failedTasks = (payoutId: string) =>
  queryAll(stage.database, `SELECT state FROM task WHERE reason = 'PAYOUT_FAILED' AND subject_id = $1`, [
    payoutId,
  ]);

const ORDERS = { method: 'POST', path: '/v1/payouts' };

describe('a released payout', { timeout: 90_000 }, () => {
  it('is ordered once, and followed by the provider’s own word', async () => {
    const payoutId = await aRelease();
    await send();
    const [providerRef] = await orderedAs(payoutId);
    expect(await read(payoutId)).toMatchObject({ state: 'SENT', provider_ref: providerRef });
    const before = await readAll();
    await stage.settle();
    expect(await readAll()).toEqual(before);
  });

  it('is one row when the provider’s event is faster than its answer', async () => {
    const payoutId = await aRelease();
    const before = (await readAll()).length;
    await stage.sandbox.press('faults', { lever: 'timeout_after', ...ORDERS, times: 3 });
    await expect(send()).rejects.toThrow();
    expect(await read(payoutId)).toMatchObject({ state: 'RELEASED', provider_ref: null });
    await stage.sandbox.settled();
    await stage.workOff('apply-provider-event');
    const [providerRef, ...more] = await orderedAs(payoutId);
    expect(more).toEqual([]);
    expect(await read(payoutId)).toMatchObject({ state: 'SENT', provider_ref: providerRef });
    await stage.settle();
    expect(await readAll()).toHaveLength(before);
  });

  it('is one row when answer and event are written at the same time', async () => {
    const payoutId = await aRelease();
    const before = (await readAll()).length;
    await stage.sandbox.press('faults', { lever: 'timeout_after', ...ORDERS, times: 3 });
    await expect(send()).rejects.toThrow();
    await stage.sandbox.settled();
    await Promise.all([stage.workOff('apply-provider-event'), send()]);
    expect(await readAll()).toHaveLength(before);
    expect(await orderedAs(payoutId)).toHaveLength(1);
    expect((await read(payoutId))?.state).toBe('SENT');
  });

  it('is asked for again while the provider cannot be reached, and then made once', async () => {
    const payoutId = await aRelease();
    await stage.sandbox.press('faults', { lever: 'timeout_before', ...ORDERS });
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    expect(await orderedAs(payoutId)).toEqual([]);
    await stage.sandbox.release();
    await send();
    expect(await orderedAs(payoutId)).toHaveLength(1);
    expect((await read(payoutId))?.state).toBe('SENT');
  });

  it('is found at the provider when its answer stays lost for hours', async () => {
    const payoutId = await aRelease();
    const { organizationId, ports, sandbox } = stage;
    await sandbox.press('faults', { lever: 'webhook_drop' });
    await sandbox.press('faults', { lever: 'server_error_after', ...ORDERS, times: 1 });
    await expect(send()).rejects.toThrow();
    await giveUp(ports, { organizationId, payoutId });
    const [providerRef, ...more] = await orderedAs(payoutId);
    expect(more).toEqual([]);
    expect(await read(payoutId)).toMatchObject({ state: 'SENT', provider_ref: providerRef });
    expect(await failedTasks(payoutId)).toEqual([]);
  });

  it('has failed when the provider could not be reached for hours; its money can be proposed again', async () => {
    const payoutId = await aRelease();
    const { organizationId, ports, sandbox } = stage;
    await sandbox.press('faults', { lever: 'timeout_before', ...ORDERS });
    await expect(send()).rejects.toThrow();
    await giveUp(ports, { organizationId, payoutId });
    expect(await read(payoutId)).toMatchObject({ state: 'FAILED', failure_code: 'provider_unreachable' });
    expect(await failedTasks(payoutId)).toEqual([{ state: 'OPEN' }]);
    await sandbox.release();
    await stage.settle();
    expect(await orderedAs(payoutId)).toEqual([]);

    const again = await proposeAndRelease();
    await stage.settle();
    const [providerRef] = await orderedAs(again);
    expect(await read(again)).toMatchObject({ state: 'SENT', provider_ref: providerRef });
    const paid = await stage.account.stripe.payouts.retrieve(providerRef ?? '');
    expect(paid.amount).toBe(NET);
  });

  it('has failed at once, with a task, when the provider refuses it', async () => {
    const payoutId = await aRelease();
    const { stripe } = stage.account;
    const balance = await stripe.balance.retrieve();
    await stripe.payouts.create({ amount: balance.available[0]?.amount ?? 0, currency: 'eur' });
    await send();
    expect(await read(payoutId)).toMatchObject({ state: 'FAILED', failure_code: 'balance_insufficient' });
    expect(await failedTasks(payoutId)).toEqual([{ state: 'OPEN' }]);
    expect(await orderedAs(payoutId)).toEqual([]);
  });
});
