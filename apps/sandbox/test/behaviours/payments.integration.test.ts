import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { charged, chargeOf, RETURN, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe } = await openTarget();

describe('a card payment', () => {
  it('can be created first, updated, and confirmed with another method', async () => {
    const created = await stripe.paymentIntents.create({
      amount: 5_000,
      currency: 'eur',
      metadata: { case: 'A' },
    });
    expect(created.status).toBe('requires_payment_method');
    const updated = await stripe.paymentIntents.update(created.id, {
      amount: 6_000,
      metadata: { case: '', step: '6' },
    });
    expect(updated).toMatchObject({ amount: 6_000, metadata: { step: '6' } });
    const confirmed = await stripe.paymentIntents.confirm(created.id, {
      payment_method: 'pm_card_mastercard',
      ...RETURN,
    });
    expect(confirmed).toMatchObject({ status: 'succeeded', amount_received: 6_000 });
  });

  it('can be confirmed again with another card after a decline, on the same intent', async () => {
    const created = await stripe.paymentIntents.create({ amount: 5_000, currency: 'eur' });
    const declined = await refusal(
      stripe.paymentIntents.confirm(created.id, { payment_method: 'pm_card_chargeDeclined', ...RETURN }),
    );
    expect(declined.payment_intent).toMatchObject({
      id: created.id,
      status: 'requires_payment_method',
      payment_method: null,
    });
    const paid = await stripe.paymentIntents.confirm(created.id, {
      payment_method: 'pm_card_visa',
      ...RETURN,
    });
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
    expect(
      (await stripe.charges.list({ payment_intent: created.id })).data.map((charge) => charge.status),
    ).toEqual(['succeeded', 'failed']);
  });
});

describe('manual capture', () => {
  it('authorizes first and captures less than authorized later', async () => {
    const intent = await charged(stripe, 'pm_card_visa', { capture_method: 'manual' });
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 11_900,
      amount_received: 0,
    });
    const reserved = await chargeOf(stripe, intent);
    expect(reserved).toMatchObject({ captured: false, balance_transaction: null });
    const until = reserved.payment_method_details?.card?.capture_before ?? 0;
    expect(until - reserved.created).toBeGreaterThan(6 * 86_400);
    const tooMuch = await refusal(stripe.paymentIntents.capture(intent.id, { amount_to_capture: 11_901 }));
    expect(tooMuch).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' });
    const captured = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 11_400 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 11_400 });
    expect(await chargeOf(stripe, intent)).toMatchObject({
      captured: true,
      amount_captured: 11_400,
      balance_transaction: expect.any(String),
    });
  });

  it('cannot be captured twice', async () => {
    const intent = await charged(stripe, 'pm_card_visa', { capture_method: 'manual' });
    await stripe.paymentIntents.capture(intent.id);
    const error = await refusal(stripe.paymentIntents.capture(intent.id));
    expect(error).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    expect(error.payment_intent).toMatchObject({ id: intent.id, status: 'succeeded' });
  });

  it('is released by canceling, with the reason given', async () => {
    const intent = await charged(stripe, 'pm_card_visa', { capture_method: 'manual' });
    const canceled = await stripe.paymentIntents.cancel(intent.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(canceled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'requested_by_customer',
      amount_capturable: 0,
    });
    expect(await chargeOf(stripe, intent)).toMatchObject({ refunded: true, captured: false });
  });
});

describe('what Stripe refuses', () => {
  it.each<[string, Partial<Stripe.PaymentIntentCreateParams>, object]>([
    ['an amount below the minimum', { amount: 49 }, { code: 'amount_too_small', param: 'amount' }],
    ['an amount above the maximum', { amount: 100_000_000 }, { code: 'amount_too_large', param: 'amount' }],
    ['an unknown currency', { currency: 'xyz' }, { param: 'currency' }],
    [
      'an unknown customer',
      { customer: 'cus_unknown' },
      { code: 'resource_missing', param: 'customer', statusCode: 400 },
    ],
    ['off_session without confirm', { confirm: false, off_session: true }, { param: 'off_session' }],
  ])('%s', async (_what, wrong, expected) => {
    expect(await refusal(charged(stripe, 'pm_card_visa', wrong))).toMatchObject({
      statusCode: 400,
      ...expected,
    });
  });

  it('a missing return URL, as long as methods that redirect are possible', async () => {
    const error = await refusal(
      stripe.paymentIntents.create({
        amount: 1_000,
        currency: 'eur',
        payment_method: 'pm_card_visa',
        confirm: true,
      }),
    );
    expect(error.message).toContain('you must provide a `return_url`');
  });

  it('takes no return URL when only cards are allowed', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 1_000,
      currency: 'eur',
      allowed_payment_method_types: ['card'],
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    expect(intent).toMatchObject({ status: 'succeeded', payment_method_types: ['card'] });
  });

  it('confirming or canceling what has ended', async () => {
    const intent = await charged(stripe);
    expect(await refusal(stripe.paymentIntents.confirm(intent.id, RETURN))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    expect(await refusal(stripe.paymentIntents.cancel(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });
});
