import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { charged, openSandbox, refusal } from '../../../test/open-sandbox.ts';

const { sandbox, newAccount } = await openSandbox();

const DAY = 86_400;
const MONDAY_NOON = Date.UTC(2027, 0, 11, 12) / 1000;

const sandboxPost = (path: string, body: object = {}) =>
  fetch(`${sandbox.pageUrl}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });

const sumOf = (transactions: Stripe.BalanceTransaction[]) =>
  transactions.reduce((sum, { net }) => sum + net, 0);

describe('the balance', () => {
  it('knows what is pending, until its day comes', async () => {
    sandbox.clock.set(MONDAY_NOON);
    const account = newAccount();
    const intent = await charged(account, 'pm_card_visa', { expand: ['latest_charge.balance_transaction'] });
    const [transaction] = (
      await account.balanceTransactions.list({ source: String((intent.latest_charge as Stripe.Charge).id) })
    ).data;
    expect(transaction).toMatchObject({
      type: 'charge',
      amount: 11_900,
      fee: 204,
      net: 11_696,
      status: 'pending',
      fee_details: [{ amount: 204, currency: 'eur', type: 'stripe_fee' }],
      available_on: Date.UTC(2027, 0, 14) / 1000,
    });
    const before = await account.balance.retrieve();
    expect([before.available[0]?.amount, before.pending[0]?.amount]).toEqual([0, 11_696]);
    await account.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
    sandbox.clock.advance(3 * DAY);
    const after = await account.balance.retrieve();
    expect([after.available[0]?.amount, after.pending[0]?.amount]).toEqual([11_696, 0]);
    expect((await account.events.list({ type: 'balance.available' })).data).toHaveLength(1);
  });

  it('is there at once with the card that bypasses waiting', async () => {
    const account = newAccount();
    await charged(account, 'pm_card_bypassPending');
    expect((await account.balance.retrieve()).available[0]?.amount).toBe(11_696);
  });
});

describe('an automatic payout', () => {
  it('leaves on the day the money is available, arrives on the next business day, and is explained to the cent', async () => {
    sandbox.clock.set(MONDAY_NOON);
    const account = newAccount();
    const first = await charged(account);
    await charged(account, 'pm_card_visa', { amount: 5_000 });
    await account.refunds.create({ payment_intent: first.id, amount: 900 });
    sandbox.clock.set(Date.UTC(2027, 0, 14) / 1000 + 30);
    const [payout] = (await account.payouts.list()).data;
    expect(payout).toMatchObject({
      automatic: true,
      amount: 11_696 + 4_900 - 900,
      currency: 'eur',
      status: 'in_transit',
      reconciliation_status: 'in_progress',
      created: Date.UTC(2027, 0, 14) / 1000,
      arrival_date: Date.UTC(2027, 0, 15) / 1000,
    });
    const id = payout?.id ?? '';
    expect(await refusal(account.balanceTransactions.list({ payout: id }))).toMatchObject({
      code: 'payout_reconciliation_not_ready',
    });

    sandbox.clock.advance(60);
    expect(await account.payouts.retrieve(id)).toMatchObject({
      reconciliation_status: 'completed',
      status: 'in_transit',
    });
    const items = (await account.balanceTransactions.list({ payout: id })).data;
    expect(items.map(({ type, net }) => [type, net])).toEqual([
      ['payout', -15_696],
      ['refund', -900],
      ['charge', 4_900],
      ['charge', 11_696],
    ]);
    expect(sumOf(items)).toBe(0);

    sandbox.clock.advance(DAY);
    expect(await account.payouts.retrieve(id)).toMatchObject({
      status: 'paid',
      trace_id: { status: 'supported' },
    });
    expect(
      (await account.events.list({ types: ['payout.*'] })).data.map(({ type }) => type).reverse(),
    ).toEqual(['payout.created', 'payout.reconciliation_completed', 'payout.updated', 'payout.paid']);
  });

  it('waits over the weekend', async () => {
    sandbox.clock.set(Date.UTC(2027, 0, 14, 12) / 1000);
    const account = newAccount();
    await charged(account);
    sandbox.clock.advance(10 * DAY);
    const [payout] = (await account.payouts.list()).data;
    expect(new Date((payout?.created ?? 0) * 1000).toISOString()).toBe('2027-01-19T00:00:00.000Z');
    expect(new Date((payout?.arrival_date ?? 0) * 1000).toISOString()).toBe('2027-01-20T00:00:00.000Z');
  });

  it('is not made from a balance that is zero or below', async () => {
    const account = newAccount();
    const intent = await charged(account);
    await account.refunds.create({ payment_intent: intent.id });
    sandbox.clock.advance(10 * DAY);
    expect((await account.payouts.list()).data).toEqual([]);
    expect((await account.balance.retrieve()).available[0]?.amount).toBe(-204);
  });

  it('comes back when it fails, and the next one carries the money again', async () => {
    const account = newAccount();
    await charged(account);
    await sandboxPost('payouts/run', {
      account: (await account.accounts.retrieveCurrent()).id,
      arrive: true,
    });
    const [payout] = (await account.payouts.list()).data;
    expect(payout).toMatchObject({ status: 'paid', amount: 11_696 });
    expect((await sandboxPost(`payouts/${payout?.id}/fail`)).status).toBe(200);
    expect(
      await account.payouts.retrieve(payout?.id ?? '', { expand: ['failure_balance_transaction'] }),
    ).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
      failure_balance_transaction: { type: 'payout_failure', amount: 11_696 },
    });
    expect((await account.balance.retrieve()).available[0]?.amount).toBe(11_696);
    await sandboxPost('payouts/run', { account: (await account.accounts.retrieveCurrent()).id });
    expect((await account.payouts.list()).data.map(({ amount, status }) => [amount, status])).toEqual([
      [11_696, 'in_transit'],
      [11_696, 'failed'],
    ]);
    expect((await sandboxPost(`payouts/${payout?.id}/fail`)).status).toBe(404);
  });
});

describe('a manual payout', () => {
  const manualAccount = async () => {
    const account = newAccount();
    await account.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
    return account;
  };

  it('is the only one on a manual schedule, and cannot be itemized', async () => {
    const account = await manualAccount();
    expect((await account.accounts.retrieveCurrent()).settings?.payouts?.schedule.interval).toBe('manual');
    await charged(account, 'pm_card_bypassPending');
    sandbox.clock.advance(10 * DAY);
    expect((await account.payouts.list()).data).toEqual([]);
    const payout = await account.payouts.create({
      amount: 10_000,
      currency: 'eur',
      metadata: { proposal: 'P-1' },
    });
    expect(payout).toMatchObject({
      automatic: false,
      reconciliation_status: 'not_applicable',
      status: 'pending',
      metadata: { proposal: 'P-1' },
    });
    expect((await refusal(account.balanceTransactions.list({ payout: payout.id }))).message).toBe(
      'Balance transaction history can only be filtered on automatic transfers, not manual.',
    );
    expect((await account.balance.retrieve()).available[0]?.amount).toBe(1_696);
    sandbox.clock.advance(3_600);
    expect((await account.payouts.retrieve(payout.id)).status).toBe('in_transit');
    expect(await refusal(account.payouts.cancel(payout.id))).toMatchObject({ statusCode: 400 });
    sandbox.clock.advance(5 * DAY);
    expect(await account.payouts.retrieve(payout.id)).toMatchObject({ status: 'paid' });
  });

  it('can be taken back while it is pending, and the money is available again', async () => {
    const account = await manualAccount();
    await charged(account, 'pm_card_bypassPending');
    const { id } = await account.payouts.create({ amount: 10_000, currency: 'eur' });
    const canceled = await account.payouts.cancel(id, { expand: ['failure_balance_transaction'] });
    expect(canceled).toMatchObject({
      status: 'canceled',
      failure_balance_transaction: { type: 'payout_cancel', amount: 10_000 },
    });
    expect((await account.balance.retrieve()).available[0]?.amount).toBe(11_696);
    sandbox.clock.advance(5 * DAY);
    expect((await account.payouts.retrieve(id)).status).toBe('canceled');
    expect((await account.events.list({ type: 'payout.*' })).data.map(({ type }) => type)).toEqual([
      'payout.canceled',
      'payout.created',
    ]);
  });

  it('cannot exceed what is available', async () => {
    const account = await manualAccount();
    await charged(account);
    expect(await refusal(account.payouts.create({ amount: 1, currency: 'eur' }))).toMatchObject({
      statusCode: 400,
      code: 'balance_insufficient',
    });
  });
});

describe('balance transactions', () => {
  it('are listed by type, by source and by time, and name their source', async () => {
    const account = newAccount();
    const intent = await charged(account);
    const refund = await account.refunds.create({ payment_intent: intent.id, amount: 100 });
    const [found] = (await account.balanceTransactions.list({ type: 'refund', expand: ['data.source'] }))
      .data;
    expect(found?.source).toMatchObject({ id: refund.id, object: 'refund' });
    expect((await account.balanceTransactions.list({ created: { gt: sandbox.clock.now() } })).data).toEqual(
      [],
    );
    const one = await account.balanceTransactions.retrieve(found?.id ?? '');
    expect(one.amount).toBe(-100);
    expect(await refusal(account.balanceTransactions.retrieve('txn_unknown'))).toMatchObject({
      statusCode: 404,
    });
    expect(await refusal(account.balanceTransactions.list({ payout: 'po_unknown' }))).toMatchObject({
      code: 'resource_missing',
      param: 'payout',
    });
  });
});
