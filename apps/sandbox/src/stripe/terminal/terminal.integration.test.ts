import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openSandbox, refusal } from '../../../test/open-sandbox.ts';
import { openReceiver, WEBHOOK_SECRET } from '../../../test/webhook-receiver.ts';

const receiver = await openReceiver();
const { sandbox, newAccount } = await openSandbox({
  webhookUrl: receiver.url,
  webhookSecret: WEBHOOK_SECRET,
});

const take = async (path: string, body: object = {}) => {
  const response = await fetch(`${sandbox.pageUrl}/_sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return response.status;
};

const counter = async (stripe: Stripe) => {
  const location = await stripe.terminal.locations.create({
    display_name: 'Workshop',
    address: { line1: 'Beispielstraße 1', country: 'DE' },
  });
  const { id } = await stripe.terminal.readers.create({
    registration_code: 'simulated-wpe',
    location: location.id,
  });
  return id;
};

const shown = async (
  stripe: Stripe,
  reader: string,
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
) => {
  const intent = await stripe.paymentIntents.create({
    amount: 11_900,
    currency: 'eur',
    allowed_payment_method_types: ['card_present'],
    ...extra,
  });
  await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: intent.id });
  return intent;
};

const actionOf = async (stripe: Stripe, id: string) => {
  const reader = await stripe.terminal.readers.retrieve(id);
  return reader.deleted ? null : reader.action;
};

describe('the levers of a reader', () => {
  it('unplug it: nothing can be shown or taken back, until it is plugged in again', async () => {
    const stripe = newAccount();
    const reader = await counter(stripe);
    const intent = await shown(stripe, reader);
    expect(await take(`readers/${reader}/status`, { status: 'offline' })).toBe(200);
    const calls = [
      stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: intent.id }),
      stripe.terminal.readers.cancelAction(reader),
    ];
    for (const call of calls)
      expect(await refusal(call)).toMatchObject({ statusCode: 400, code: 'terminal_reader_offline' });
    expect((await stripe.terminal.readers.list({ status: 'offline' })).data).toHaveLength(1);
    await take(`readers/${reader}/status`, { status: 'online' });
    expect((await stripe.terminal.readers.cancelAction(reader)) as object).toMatchObject({ action: null });
  });

  it('let the customer walk away: the payment stays open', async () => {
    const stripe = newAccount();
    const reader = await counter(stripe);
    const { id } = await shown(stripe, reader);
    expect(await take(`readers/${reader}/abandon`)).toBe(200);
    expect(await actionOf(stripe, reader)).toMatchObject({
      status: 'failed',
      failure_code: 'customer_canceled',
      api_error: null,
    });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method');
    expect(await take(`readers/${reader}/abandon`)).toBe(404);
  });

  it('present a card in the customer’s place', async () => {
    const stripe = newAccount();
    const reader = await counter(stripe);
    const { id } = await shown(stripe, reader);
    expect(await take(`readers/${reader}/present`, { number: '4000000000000002' })).toBe(200);
    expect(await actionOf(stripe, reader)).toMatchObject({ status: 'failed', failure_code: 'card_declined' });
    await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: id });
    await take(`readers/${reader}/present`);
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
  });
});

describe('a payment in person', () => {
  it('is told step by step, signed', async () => {
    const stripe = newAccount();
    const { id: account } = await stripe.accounts.retrieveCurrent();
    const reader = await counter(stripe);
    await shown(stripe, reader);
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader);
    await sandbox.settled();
    const own = receiver.received.filter(({ event }) => event.account === account);
    expect(own.map(({ event }) => event.type)).toEqual([
      'payment_intent.created',
      'terminal.reader.action_updated',
      'charge.succeeded',
      'payment_intent.succeeded',
      'terminal.reader.action_succeeded',
      'charge.updated',
    ]);
    expect(receiver.forged).toEqual([]);
  });

  it('costs 1.4 % and 0.10, names reader and location, and is authorized for two days', async () => {
    const stripe = newAccount();
    const reader = await counter(stripe);
    const { id } = await shown(stripe, reader, { capture_method: 'manual' });
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader);
    const authorized = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
    const charge = authorized.latest_charge as Stripe.Charge;
    expect(charge.payment_method_details?.card_present).toMatchObject({
      reader,
      location: expect.stringMatching(/^tml_/),
      amount_authorized: 11_900,
      capture_before: charge.created + 2 * 86_400,
    });
    const captured = await stripe.paymentIntents.capture(id, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(captured.latest_charge).toMatchObject({ balance_transaction: { fee: 177 } });
  });

  it('expires when it is not captured in time', async () => {
    const stripe = newAccount();
    const reader = await counter(stripe);
    const { id } = await shown(stripe, reader, { capture_method: 'manual' });
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader);
    sandbox.clock.advance(2 * 86_400);
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('canceled');
  });

  it('can save the card for later', async () => {
    const stripe = newAccount();
    const reader = await counter(stripe);
    const { id: customer } = await stripe.customers.create({ name: 'Erika' });
    const { id } = await shown(stripe, reader, { customer, setup_future_usage: 'off_session' });
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader);
    const paid = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
    const generated = (paid.latest_charge as Stripe.Charge).payment_method_details?.card_present
      ?.generated_card;
    const { data } = await stripe.customers.listPaymentMethods(customer);
    expect(data.map((method) => [method.id, method.type])).toEqual([[generated, 'card']]);
  });
});
