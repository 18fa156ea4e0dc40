import { describe, expect, it } from 'vitest';
import { charged, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, eventually } = await openTarget();

describe('a refund', () => {
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

  it.each([
    ['pm_card_pendingRefund', 'pending', 'succeeded'],
    ['pm_card_refundFail', 'succeeded', 'failed'],
  ])('of %s is %s first and %s later', async (token, first, last) => {
    const intent = await charged(stripe, token);
    const { id, status } = await stripe.refunds.create({ payment_intent: intent.id });
    expect(status).toBe(first);
    const settled = await eventually(
      () => stripe.refunds.retrieve(id, { expand: ['failure_balance_transaction'] }),
      (refund) => refund.status === last,
    );
    if (last === 'failed') {
      expect(settled).toMatchObject({
        failure_reason: expect.any(String),
        failure_balance_transaction: { type: 'refund_failure', amount: 11_900 },
      });
    }
  });
});
