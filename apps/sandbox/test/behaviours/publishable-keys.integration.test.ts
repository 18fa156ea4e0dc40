import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { RETURN, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, publishable } = await openTarget();
const app = publishable();

const opened = () =>
  stripe.paymentIntents.create({
    amount: 11_900,
    currency: 'eur',
    allowed_payment_method_types: ['card'],
    metadata: { case: 'ZW-1' },
  });

/** What the SDK of an app sends; the server SDK has no parameter for a client secret here. */
const confirm = async (
  intent: { id: string },
  secret: string | null,
  payment_method = 'pm_card_visa',
): Promise<Stripe.PaymentIntent> =>
  (await app.rawRequest('POST', `/v1/payment_intents/${intent.id}/confirm`, {
    client_secret: secret,
    payment_method,
    ...RETURN,
  })) as unknown as Stripe.PaymentIntent;

describe('an app with a publishable key and a client secret', () => {
  it('reads its payment, but nothing that is the business’s own', async () => {
    const intent = await opened();
    const seen = await app.paymentIntents.retrieve(intent.id, { client_secret: intent.client_secret ?? '' });
    expect(seen).toMatchObject({ id: intent.id, amount: 11_900, status: 'requires_payment_method' });
    expect(seen).not.toHaveProperty('metadata');
    expect(seen).not.toHaveProperty('customer');
  });

  it('confirms it', async () => {
    const intent = await opened();
    expect(await confirm(intent, intent.client_secret)).toMatchObject({ status: 'succeeded' });
    expect((await stripe.paymentIntents.retrieve(intent.id)).amount_received).toBe(11_900);
  });

  it('hears why a card was declined, and tries another', async () => {
    const intent = await opened();
    const declined = await refusal(confirm(intent, intent.client_secret, 'pm_card_chargeDeclined'));
    expect(declined).toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect(declined.payment_intent).not.toHaveProperty('metadata');
    expect((await confirm(intent, intent.client_secret)).status).toBe('succeeded');
  });

  it('is sent to the bank like anybody else', async () => {
    const intent = await opened();
    expect(await confirm(intent, intent.client_secret, 'pm_card_threeDSecure2Required')).toMatchObject({
      status: 'requires_action',
      next_action: expect.objectContaining({ type: expect.any(String) }),
    });
  });

  it('sets a card up', async () => {
    const setup = await stripe.setupIntents.create({ allowed_payment_method_types: ['card'] });
    const secret = setup.client_secret ?? '';
    await app.rawRequest('POST', `/v1/setup_intents/${setup.id}/confirm`, {
      client_secret: secret,
      payment_method: 'pm_card_visa',
    });
    expect(await app.setupIntents.retrieve(setup.id, { client_secret: secret })).toMatchObject({
      status: 'succeeded',
    });
  });
});

describe('a publishable key', () => {
  it('opens nothing without the client secret, or with another one', async () => {
    const [intent, other] = [await opened(), await opened()];
    expect(await refusal(confirm(intent, other.client_secret))).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_invalid_parameter',
      param: 'client_secret',
    });
    expect((await refusal(app.paymentIntents.retrieve(intent.id))).statusCode).toBeGreaterThanOrEqual(400);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
  });

  it('takes no place of a secret one', async () => {
    const intent = await opened();
    for (const call of [
      app.paymentIntents.create({ amount: 11_900, currency: 'eur' }),
      app.paymentIntents.list(),
      app.paymentIntents.cancel(intent.id),
      app.customers.create({}),
      app.refunds.create({ payment_intent: intent.id }),
    ])
      expect(await refusal(call)).toMatchObject({ statusCode: 401, code: 'secret_key_required' });
  });
});

describe('a secret key', () => {
  it('confirms without a client secret: that parameter is unknown to it', async () => {
    const intent = await opened();
    const call = stripe.rawRequest('POST', `/v1/payment_intents/${intent.id}/confirm`, {
      client_secret: intent.client_secret,
      payment_method: 'pm_card_visa',
    });
    expect(await refusal(call)).toMatchObject({ code: 'parameter_unknown', param: 'client_secret' });
  });
});
