import { describe, expect, it } from 'vitest';
import { charged, chargeOf, openSandbox } from '../../../test/open-sandbox.ts';

const { sandbox, stripe, newAccount } = await openSandbox();

const DAY = 86_400;

describe('a refund', () => {
  it('gives all back, lowers the balance, and keeps the fee', async () => {
    const account = newAccount();
    const intent = await charged(account);
    const refund = await account.refunds.create({
      payment_intent: intent.id,
      reason: 'requested_by_customer',
      metadata: { refund: 'R-1' },
      expand: ['balance_transaction'],
    });
    expect(refund).toMatchObject({
      id: expect.stringMatching(/^re_/),
      amount: 11_900,
      status: 'succeeded',
      reason: 'requested_by_customer',
      payment_intent: intent.id,
      balance_transaction: {
        type: 'refund',
        amount: -11_900,
        fee: 0,
        net: -11_900,
        reporting_category: 'refund',
      },
    });
    expect(await chargeOf(account, intent)).toMatchObject({ refunded: true, amount_refunded: 11_900 });
    const { available, pending } = await account.balance.retrieve();
    expect([available[0]?.amount, pending[0]?.amount]).toEqual([-11_900, 11_696]);
  });

  it('stays pending with one test card and succeeds on the next business day', async () => {
    const intent = await charged(stripe, 'pm_card_pendingRefund');
    const { id, status } = await stripe.refunds.create({ payment_intent: intent.id });
    expect(status).toBe('pending');
    sandbox.clock.advance(3 * DAY);
    expect(await stripe.refunds.retrieve(id)).toMatchObject({ status: 'succeeded' });
  });

  it('fails later with another, and the money returns to the balance', async () => {
    const account = newAccount();
    const intent = await charged(account, 'pm_card_refundFail');
    const { id, status } = await account.refunds.create({ payment_intent: intent.id });
    expect(status).toBe('succeeded');
    await fetch(`${sandbox.stripeUrl}/_sandbox/refunds/${id}/settle`, { method: 'POST' });
    expect(await account.refunds.retrieve(id, { expand: ['failure_balance_transaction'] })).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { type: 'refund_failure', amount: 11_900 },
    });
    expect(await chargeOf(account, intent)).toMatchObject({ refunded: false, amount_refunded: 0 });
    expect((await account.events.list({ type: 'refund.failed' })).data).toHaveLength(1);
  });
});
