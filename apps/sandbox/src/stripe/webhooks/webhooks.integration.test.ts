import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { payByCard } from '../../../test/customer-browser.ts';
import { charged, chargeOf, openSandbox, refusal } from '../../../test/open-sandbox.ts';
import { openReceiver, WEBHOOK_SECRET } from '../../../test/webhook-receiver.ts';

const secrets = new Map<string, string>();
const receiver = await openReceiver((path) => secrets.get(path) ?? WEBHOOK_SECRET);
const { sandbox, newAccount } = await openSandbox({
  webhookUrl: `${receiver.url}/configured/{account}`,
  webhookSecret: WEBHOOK_SECRET,
});

const accountId = async (stripe: Stripe) => (await stripe.accounts.retrieveCurrent()).id;

interface DeliveryJson {
  readonly state: string;
  readonly attempts: ReadonlyArray<{ status: number | null; error: string | null }>;
  readonly nextTryAt: number | null;
}
const deliveriesOf = async (event: string): Promise<DeliveryJson[]> => {
  const response = await fetch(`${sandbox.pageUrl}/_sandbox/deliveries?event=${event}`);
  return ((await response.json()) as { deliveries: DeliveryJson[] }).deliveries;
};

const receivedBy = (account: string) =>
  receiver.received.filter(({ path }) => path === `/configured/${account}`);

describe('every delivery', () => {
  it('carries a signature the SDK accepts, and the event as Stripe writes it', async () => {
    const stripe = newAccount();
    const id = await accountId(stripe);
    const intent = await charged(stripe, 'pm_card_visa', { metadata: { attempt: 'A-1' } });
    await sandbox.settled();
    expect(receiver.forged).toEqual([]);
    expect(receivedBy(id).map(({ event }) => event.type)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
    ]);
    const succeeded = receivedBy(id)[2]?.event;
    expect(succeeded).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      account: id,
      livemode: false,
      data: {
        object: {
          id: intent.id,
          object: 'payment_intent',
          status: 'succeeded',
          metadata: { attempt: 'A-1' },
        },
      },
      request: { id: expect.stringMatching(/^req_/), idempotency_key: expect.any(String) },
    });
    const updated = receivedBy(id)[3]?.event;
    expect(updated?.data.previous_attributes).toEqual({ balance_transaction: null });
  });

  it('shows the object as it was then, not as it is now', async () => {
    const stripe = newAccount();
    const { id } = await stripe.customers.create({ name: 'Alt' });
    await stripe.customers.update(id, { name: 'Neu' });
    const [updated, created] = (await stripe.events.list()).data;
    expect(created?.data.object).toMatchObject({ name: 'Alt' });
    expect(updated?.data).toMatchObject({ object: { name: 'Neu' }, previous_attributes: { name: 'Alt' } });
  });

  it('with a wrong secret is refused by the SDK', async () => {
    const stripe = newAccount();
    const endpoint = await stripe.webhookEndpoints.create({
      url: `${receiver.url}/wrong`,
      enabled_events: ['customer.created'],
    });
    expect(endpoint.secret).toMatch(/^whsec_/);
    const before = receiver.forged.length;
    await stripe.customers.create({});
    await sandbox.settled();
    expect(receiver.forged.length).toBe(before + 1);
  });
});

describe('webhook endpoints', () => {
  it('created by the API hear what they ask for, signed with their own secret', async () => {
    const stripe = newAccount();
    const endpoint = await stripe.webhookEndpoints.create({
      url: `${receiver.url}/own`,
      enabled_events: ['refund.created', 'charge.refunded'],
    });
    secrets.set('/own', endpoint.secret ?? '');
    const intent = await charged(stripe);
    await stripe.refunds.create({ payment_intent: intent.id });
    await sandbox.settled();
    const own = receiver.received.filter(({ path }) => path === '/own').map(({ event }) => event.type);
    expect(own).toEqual(['refund.created', 'charge.refunded']);
    expect(receiver.received.find(({ path }) => path === '/own')?.event.account).toBeUndefined();
  });

  it('are listed without their secret, changed, disabled and deleted', async () => {
    const stripe = newAccount();
    const { id } = await stripe.webhookEndpoints.create({
      url: `${receiver.url}/a`,
      enabled_events: ['*'],
      metadata: { a: '1' },
    });
    const [listed] = (await stripe.webhookEndpoints.list()).data;
    expect(listed).toMatchObject({ id, status: 'enabled', metadata: { a: '1' } });
    expect(listed).not.toHaveProperty('secret');
    expect(
      await stripe.webhookEndpoints.update(id, { disabled: true, url: `${receiver.url}/b` }),
    ).toMatchObject({ status: 'disabled', url: `${receiver.url}/b` });
    const before = receiver.received.length + receiver.forged.length;
    await stripe.customers.create({});
    await sandbox.settled();
    expect(receiver.received.length + receiver.forged.length).toBe(before + 1);
    expect(await stripe.webhookEndpoints.del(id)).toMatchObject({ id, deleted: true });
    expect(await refusal(stripe.webhookEndpoints.retrieve(id))).toMatchObject({ statusCode: 404 });
  });
});

describe('a delivery that fails', () => {
  it('is tried again with growing pauses, until it is accepted', async () => {
    const stripe = newAccount();
    sandbox.clock.stop();
    receiver.answerNext(500, 503);
    await stripe.customers.create({ name: 'Erika' });
    await sandbox.settled();
    const [event] = (await stripe.events.list()).data;
    const id = event?.id ?? '';
    expect(event?.pending_webhooks).toBe(1);
    expect(await deliveriesOf(id)).toMatchObject([
      {
        state: 'pending',
        attempts: [{ status: 500, error: 'HTTP 500' }],
        nextTryAt: sandbox.clock.now() + 5,
      },
    ]);
    sandbox.clock.advance(5);
    await sandbox.settled();
    expect(await deliveriesOf(id)).toMatchObject([
      { attempts: [{ status: 500 }, { status: 503 }], nextTryAt: sandbox.clock.now() + 30 },
    ]);
    expect((await stripe.events.list({ delivery_success: false })).data.map((failed) => failed.id)).toEqual([
      id,
    ]);
    sandbox.clock.advance(30);
    await sandbox.settled();
    expect(await deliveriesOf(id)).toMatchObject([
      { state: 'delivered', attempts: [{}, {}, { status: 200, error: null }], nextTryAt: null },
    ]);
    expect((await stripe.events.retrieve(id)).pending_webhooks).toBe(0);
    sandbox.clock.start();
  });

  it('is given up after about three days, and can be sent again by hand', async () => {
    const stripe = newAccount();
    sandbox.clock.stop();
    const { id: endpoint } = await stripe.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/nobody',
      enabled_events: ['customer.created'],
    });
    await stripe.customers.create({});
    const [event] = (await stripe.events.list()).data;
    for (let tries = 0; tries < 10; tries += 1) {
      await sandbox.settled();
      sandbox.clock.advance(86_400);
    }
    const given = (await deliveriesOf(event?.id ?? '')).find(({ state }) => state === 'given_up');
    expect(given).toMatchObject({ nextTryAt: null, attempts: expect.objectContaining({ length: 10 }) });
    expect(given?.attempts[0]).toMatchObject({ status: null, error: expect.any(String) });
    await stripe.webhookEndpoints.update(endpoint, { url: `${receiver.url}/again` });
    const again = await fetch(`${sandbox.pageUrl}/_sandbox/events/${event?.id}/redeliver`, {
      method: 'POST',
    });
    expect(again.status).toBe(200);
    await sandbox.settled();
    expect((await deliveriesOf(event?.id ?? '')).filter(({ state }) => state === 'delivered')).toHaveLength(
      3,
    );
    sandbox.clock.start();
  });
});

describe('webhook levers', () => {
  const quiet = async () => {
    const stripe = newAccount();
    const id = await accountId(stripe);
    return {
      stripe,
      types: () => receivedBy(id).map(({ event }) => event.type),
      ids: () => receivedBy(id).map(({ event }) => event.id),
    };
  };
  const name = (stripe: Stripe, value: string) => stripe.customers.create({ name: value });

  it('drop an event for good, which the event list still has', async () => {
    const { stripe, types } = await quiet();
    sandbox.faults.pull({ lever: 'webhook_drop', types: ['customer.created'] }, 1);
    await name(stripe, 'lost');
    await name(stripe, 'heard');
    await sandbox.settled();
    expect(types()).toEqual(['customer.created']);
    expect(
      (await stripe.events.list({ delivery_success: false })).data.map((event) => event.data.object),
    ).toMatchObject([{ name: 'lost' }]);
  });

  it('duplicate an event', async () => {
    const { stripe, ids } = await quiet();
    sandbox.faults.pull({ lever: 'webhook_duplicate', types: [] }, 1);
    await name(stripe, 'twice');
    await sandbox.settled();
    expect(ids()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
  });

  it('delay an event until the clock has gone on', async () => {
    const { stripe, types } = await quiet();
    sandbox.faults.pull({ lever: 'webhook_delay', types: [], seconds: 600 }, 1);
    await name(stripe, 'late');
    await sandbox.settled();
    expect(types()).toEqual([]);
    sandbox.clock.advance(601);
    await sandbox.settled();
    expect(types()).toEqual(['customer.created']);
  });

  it('reorder events: the last of a batch comes first', async () => {
    const { stripe, types } = await quiet();
    sandbox.faults.pull({ lever: 'webhook_reorder', types: [], batch: 4 }, 4);
    await charged(stripe);
    await sandbox.settled();
    expect(types()).toEqual([
      'charge.updated',
      'payment_intent.succeeded',
      'charge.succeeded',
      'payment_intent.created',
    ]);
  });

  it('let go what they hold when they are released', async () => {
    const { stripe, types } = await quiet();
    const lever = sandbox.faults.pull({ lever: 'webhook_reorder', types: [], batch: 50 }, null);
    await name(stripe, 'held');
    await sandbox.settled();
    expect(types()).toEqual([]);
    sandbox.faults.release(lever.id);
    await sandbox.settled();
    expect(types()).toEqual(['customer.created']);
  });
});

describe('the event list', () => {
  it('goes from an event on in the order things happened, with ending_before', async () => {
    const stripe = newAccount();
    await stripe.customers.create({});
    const [start] = (await stripe.events.list({ limit: 1 })).data;
    await charged(stripe);
    const newer = await stripe.events.list({ ending_before: start?.id ?? '', limit: 2 });
    expect(newer.data.map(({ type }) => type)).toEqual(['charge.succeeded', 'payment_intent.created']);
    expect(newer.has_more).toBe(true);
    const forward: string[] = [];
    for await (const event of stripe.events.list({ ending_before: start?.id ?? '', limit: 2 }))
      forward.push(event.type);
    expect(forward).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
    ]);
  });

  it('is filtered by type, by several types, by prefix and by time', async () => {
    const stripe = newAccount();
    const intent = await charged(stripe);
    await stripe.refunds.create({ payment_intent: intent.id });
    const types = async (params: Stripe.EventListParams) =>
      (await stripe.events.list(params)).data.map(({ type }) => type);
    expect(await types({ type: 'refund.created' })).toEqual(['refund.created']);
    expect(await types({ types: ['refund.created', 'charge.succeeded'] })).toEqual([
      'refund.created',
      'charge.succeeded',
    ]);
    expect(await types({ type: 'charge.*' })).toEqual([
      'charge.refunded',
      'charge.updated',
      'charge.succeeded',
    ]);
    expect(await types({ created: { gt: sandbox.clock.now() } })).toEqual([]);
    expect(await refusal(stripe.events.list({ type: 'charge.*', types: ['a'] }))).toMatchObject({
      code: 'parameters_exclusive',
    });
  });

  it('forgets after thirty days', async () => {
    const stripe = newAccount();
    await stripe.customers.create({});
    sandbox.clock.advance(30 * 86_400 + 1);
    expect((await stripe.events.list()).data).toEqual([]);
  });
});

describe('a payment through the hosted page', () => {
  it('is told step by step', async () => {
    const stripe = newAccount();
    const id = await accountId(stripe);
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://shop.example/done',
      line_items: [{ price_data: { currency: 'eur', unit_amount: 5_000, product_data: { name: 'A' } } }],
    });
    await payByCard(session.url ?? '', '4000000000000002');
    await payByCard(session.url ?? '', '4242424242424242');
    await sandbox.settled();
    expect(receivedBy(id).map(({ event }) => event.type)).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'charge.updated',
    ]);
    expect(receiver.forged.filter((reason) => !reason.includes('No signatures found'))).toEqual([]);
    const completed = receivedBy(id).find(({ event }) => event.type === 'checkout.session.completed')?.event;
    expect(completed?.request).toEqual({ id: null, idempotency_key: null });
    const intents = await stripe.paymentIntents.list();
    expect(await chargeOf(stripe, intents.data[0] as Stripe.PaymentIntent)).toMatchObject({
      status: 'succeeded',
    });
  });
});
