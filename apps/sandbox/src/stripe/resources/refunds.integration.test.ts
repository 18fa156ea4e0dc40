import { describe, expect, it } from 'vitest';
import { charged, chargeOf, openSandbox, refusal } from '../../../test/open-sandbox.ts';

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

  it('may be given in parts, up to the amount paid', async () => {
    const intent = await charged(stripe);
    await stripe.refunds.create({ payment_intent: intent.id, amount: 1_900 });
    const second = await stripe.refunds.create({ charge: String(intent.latest_charge), amount: 5_000 });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] });
    expect(charge).toMatchObject({ refunded: false, amount_refunded: 6_900 });
    expect(charge.refunds?.data[0]?.id).toBe(second.id);
    const tooMuch = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 5_001 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, param: 'amount', code: undefined });
    await stripe.refunds.create({ payment_intent: intent.id });
    expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      code: 'charge_already_refunded',
    });
  });

  it('is refused for what was not captured, not paid, or does not exist', async () => {
    const authorized = await charged(stripe, 'pm_card_visa', { capture_method: 'manual' });
    expect((await refusal(stripe.refunds.create({ payment_intent: authorized.id }))).message).toContain(
      'Cancel the PaymentIntent instead',
    );
    const declined = await refusal(charged(stripe, 'pm_card_chargeDeclined'));
    expect(
      await refusal(stripe.refunds.create({ payment_intent: declined.payment_intent?.id ?? '' })),
    ).toMatchObject({ statusCode: 400 });
    expect(await refusal(stripe.refunds.create({ charge: 'ch_unknown' }))).toMatchObject({
      code: 'resource_missing',
      param: 'charge',
    });
    expect(await refusal(stripe.refunds.create({}))).toMatchObject({ code: 'parameter_missing' });
    expect(await refusal(stripe.refunds.retrieve('re_unknown'))).toMatchObject({ statusCode: 404 });
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

  it('is listed by charge and by intent', async () => {
    const intent = await charged(stripe);
    const { id } = await stripe.refunds.create({ payment_intent: intent.id });
    expect(
      (await stripe.refunds.list({ payment_intent: intent.id })).data.map((refund) => refund.id),
    ).toEqual([id]);
    expect(
      (await stripe.refunds.list({ charge: String(intent.latest_charge) })).data.map((refund) => refund.id),
    ).toEqual([id]);
  });
});
