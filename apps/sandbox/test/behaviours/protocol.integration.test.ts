import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { charged, RETURN, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, eventually } = await openTarget();

describe('expand', () => {
  it('reaches through several levels, and through lists', async () => {
    const customer = await stripe.customers.create({ name: 'Erika' });
    const intent = await charged(stripe, 'pm_card_visa', { customer: customer.id });
    const deep = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['customer', 'latest_charge.balance_transaction.source', 'payment_method'],
    });
    expect(deep).toMatchObject({
      customer: { name: 'Erika' },
      payment_method: { card: { last4: '4242' } },
      latest_charge: { balance_transaction: { source: { object: 'charge' } } },
    });
    const list = await stripe.charges.list({
      customer: customer.id,
      expand: ['data.customer', 'data.payment_intent'],
    });
    expect(list.data[0]).toMatchObject({ customer: { name: 'Erika' }, payment_intent: { id: intent.id } });
  });

  it('leaves null alone and refuses what cannot be expanded', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 1_000,
      currency: 'eur',
      expand: ['customer', 'latest_charge.refunds'],
    });
    expect([intent.customer, intent.latest_charge]).toEqual([null, null]);
    expect((await refusal(stripe.paymentIntents.retrieve(intent.id, { expand: ['amount'] }))).message).toBe(
      'This property cannot be expanded (amount).',
    );
    expect(await refusal(stripe.paymentIntents.retrieve(intent.id, { expand: ['a.b.c.d.e'] }))).toMatchObject(
      { statusCode: 400 },
    );
  });
});

describe('parameters', () => {
  it('of lists are checked', async () => {
    expect(await refusal(stripe.customers.list({ limit: 101 }))).toMatchObject({ param: 'limit' });
    expect(await refusal(stripe.customers.list({ starting_after: 'cus_unknown' }))).toMatchObject({
      code: 'resource_missing',
      param: 'starting_after',
    });
  });
});

describe('what does not exist', () => {
  it('is 404 in the path and 400 in a parameter', async () => {
    expect(await refusal(stripe.charges.retrieve('ch_unknown'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such charge: 'ch_unknown'",
    });
    expect(
      await refusal(stripe.paymentMethods.attach('pm_unknown', { customer: 'cus_unknown' })),
    ).toMatchObject({ statusCode: 400, param: 'customer' });
  });
});

describe('an idempotency key', () => {
  const key = () => ({ idempotencyKey: randomUUID() });

  it('gives the first answer again', async () => {
    const options = key();
    const first = await stripe.customers.create({ name: 'Erika', metadata: { a: '1' } }, options);
    const second = await stripe.customers.create({ metadata: { a: '1' }, name: 'Erika' }, options);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
  });

  it('is refused for other parameters and for another endpoint', async () => {
    const options = key();
    await stripe.customers.create({ name: 'Erika' }, options);
    expect(await refusal(stripe.customers.create({ name: 'Max' }, options))).toMatchObject({
      type: 'StripeIdempotencyError',
      statusCode: 400,
    });
    const elsewhere = stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' }, options);
    expect(await refusal(elsewhere)).toMatchObject({ type: 'StripeIdempotencyError' });
  });

  it('replays a decline too: the bank is not asked twice', async () => {
    const options = key();
    const pay = () =>
      stripe.paymentIntents.create(
        {
          amount: 1_000,
          currency: 'eur',
          payment_method: 'pm_card_chargeDeclined',
          confirm: true,
          ...RETURN,
        },
        options,
      );
    const [first, second] = [await refusal(pay()), await refusal(pay())];
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    const intent = first.payment_intent?.id ?? '';
    expect((await stripe.charges.list({ payment_intent: intent })).data).toHaveLength(1);
  });
});

describe('search', () => {
  it('finds by metadata, after a while', async () => {
    const reference = randomUUID();
    const intent = await charged(stripe, 'pm_card_visa', { metadata: { reference } });
    const found = await eventually(
      () => stripe.paymentIntents.search({ query: `metadata['reference']:'${reference}'` }),
      ({ data }) => data.length > 0,
    );
    expect(found.data.map(({ id }) => id)).toEqual([intent.id]);
  });
});

describe('the event list', () => {
  it('tells what has happened to an object, oldest last', async () => {
    const intent = await charged(stripe);
    const { data } = await eventually(
      () => stripe.events.list({ type: 'payment_intent.*', limit: 20 }),
      (list) =>
        list.data.some(
          ({ type, data: { object } }) =>
            type.endsWith('succeeded') && 'id' in object && object.id === intent.id,
        ),
    );
    const own = data.filter(({ data: { object } }) => 'id' in object && object.id === intent.id);
    expect(own.map(({ type }) => type).sort()).toEqual([
      'payment_intent.created',
      'payment_intent.succeeded',
    ]);
    expect(own[0]).toMatchObject({ object: 'event', api_version: '2026-10-28.endive', livemode: false });
  });
});
