import type Stripe from 'stripe';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, eventually } = await openTarget();

let location: string;
let reader: string;

beforeAll(async () => {
  const place = await stripe.terminal.locations.create({
    display_name: 'Workshop',
    address: { line1: 'Beispielstraße 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
  });
  location = place.id;
  const registered = await stripe.terminal.readers.create({
    registration_code: 'simulated-wpe',
    label: 'Counter',
    location,
  });
  reader = registered.id;
});

const inPerson = (extra: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 11_900,
    currency: 'eur',
    allowed_payment_method_types: ['card_present'],
    ...extra,
  });

const show = (intent: Stripe.PaymentIntent) =>
  stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: intent.id });

/** Presents a card and waits until the reader is done with it. */
const present = async (number?: string) => {
  await stripe.testHelpers.terminal.readers.presentPaymentMethod(
    reader,
    number ? { type: 'card_present', card_present: { number } } : {},
  );
  const after = await eventually(
    () => stripe.terminal.readers.retrieve(reader),
    (value) => !value.deleted && value.action?.status !== 'in_progress',
  );
  return after as Stripe.Terminal.Reader;
};

describe('a location', () => {
  it('is created, changed, listed and found', async () => {
    const created = await stripe.terminal.locations.create({
      display_name: 'Fair',
      address: { line1: 'Messeplatz 1', city: 'Köln', postal_code: '50679', country: 'DE' },
    });
    expect(created).toMatchObject({ object: 'terminal.location', address: { city: 'Köln' } });
    const changed = await stripe.terminal.locations.update(created.id, { display_name: 'Fair, hall 7' });
    expect(changed).toMatchObject({ display_name: 'Fair, hall 7' });
    const { data } = await stripe.terminal.locations.list({ limit: 100 });
    expect(data.map(({ id }) => id)).toContain(created.id);
    expect(await stripe.terminal.locations.del(created.id)).toMatchObject({ deleted: true });
    expect(await refusal(stripe.terminal.locations.retrieve(created.id))).toMatchObject({ statusCode: 404 });
  });
});

describe('a reader', () => {
  it('is registered by the code of a simulated one', async () => {
    expect(await stripe.terminal.readers.retrieve(reader)).toMatchObject({
      object: 'terminal.reader',
      device_type: 'simulated_wisepos_e',
      label: 'Counter',
      location,
      livemode: false,
      serial_number: expect.stringMatching(/^simulated-wpe/),
    });
    const { data } = await stripe.terminal.readers.list({ location });
    expect(data.map(({ id }) => id)).toEqual([reader]);
  });

  it('is refused for an unknown code, and without a location', async () => {
    const unknown = stripe.terminal.readers.create({ registration_code: 'no-such-code', location });
    expect(await refusal(unknown)).toMatchObject({ statusCode: 400 });
  });

  it('can be renamed and taken out of service', async () => {
    const { id } = await stripe.terminal.readers.create({ registration_code: 'simulated-wpe', location });
    expect(await stripe.terminal.readers.update(id, { label: 'Van' })).toMatchObject({ label: 'Van' });
    expect(await stripe.terminal.readers.del(id)).toMatchObject({ id, deleted: true });
  });
});

describe('a payment at a reader', () => {
  it('is shown, paid with a card, and captured by itself', async () => {
    const intent = await inPerson();
    expect(await show(intent)).toMatchObject({
      action: {
        type: 'process_payment_intent',
        status: 'in_progress',
        process_payment_intent: { payment_intent: intent.id },
        failure_code: null,
      },
    });
    expect((await present()).action).toMatchObject({ status: 'succeeded', failure_code: null });
    const paid = await eventually(
      () => stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge', 'payment_method'] }),
      ({ status }) => status === 'succeeded',
    );
    expect(paid).toMatchObject({
      amount_received: 11_900,
      payment_method: { type: 'card_present' },
      latest_charge: {
        status: 'succeeded',
        payment_method_details: {
          type: 'card_present',
          card_present: {
            brand: 'visa',
            last4: '4242',
            receipt: { authorization_code: expect.any(String), dedicated_file_name: expect.any(String) },
          },
        },
      },
    });
  });

  it('may be authorized only, and captured later', async () => {
    const intent = await inPerson({ capture_method: 'manual' });
    await show(intent);
    await present();
    const authorized = await eventually(
      () => stripe.paymentIntents.retrieve(intent.id),
      ({ status }) => status === 'requires_capture',
    );
    expect(authorized.amount_capturable).toBe(11_900);
    const captured = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 10_000 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 10_000 });
  });

  it('fails with the bank’s reason, and can be tried again with another card', async () => {
    const intent = await inPerson();
    await show(intent);
    expect((await present('4000000000009995')).action).toMatchObject({
      status: 'failed',
      failure_code: 'card_declined',
      api_error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' },
    });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    });
    await show(intent);
    expect((await present()).action?.status).toBe('succeeded');
  });

  it('says how the customer has proved himself', async () => {
    const intent = await inPerson();
    await show(intent);
    await present('4001000360000005');
    const paid = await eventually(
      () => stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] }),
      ({ status }) => status === 'succeeded',
    );
    const charge = paid.latest_charge as Stripe.Charge;
    const receipt = charge.payment_method_details?.card_present?.receipt;
    expect(receipt?.cardholder_verification_method).toBe('online_pin');
  });

  it('can be taken off the reader as long as nobody has paid', async () => {
    const intent = await inPerson();
    await show(intent);
    expect(await stripe.terminal.readers.cancelAction(reader)).toMatchObject({ action: null });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
    expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
  });

  it('gives way to the next one that is shown', async () => {
    const [first, second] = [await inPerson(), await inPerson({ amount: 5_000 })];
    await show(first);
    expect(await show(second)).toMatchObject({
      action: { process_payment_intent: { payment_intent: second.id } },
    });
    await present();
    expect((await stripe.paymentIntents.retrieve(first.id)).status).toBe('requires_payment_method');
  });

  it('can be refunded like any card payment', async () => {
    const intent = await inPerson();
    await show(intent);
    await present();
    await eventually(
      () => stripe.paymentIntents.retrieve(intent.id),
      ({ status }) => status === 'succeeded',
    );
    expect(await stripe.refunds.create({ payment_intent: intent.id, amount: 1_900 })).toMatchObject({
      status: 'succeeded',
      amount: 1_900,
    });
  });

  it('is refused when it is no payment in person, or has been paid', async () => {
    const online = await stripe.paymentIntents.create({
      amount: 11_900,
      currency: 'eur',
      allowed_payment_method_types: ['card'],
    });
    expect(await refusal(show(online))).toMatchObject({ statusCode: 400 });
    const paid = await inPerson();
    await show(paid);
    await present();
    await eventually(
      () => stripe.paymentIntents.retrieve(paid.id),
      ({ status }) => status === 'succeeded',
    );
    expect(await refusal(show(paid))).toMatchObject({ statusCode: 400, code: 'intent_invalid_state' });
  });

  it('cannot be paid with a card while nothing is shown', async () => {
    await stripe.terminal.readers.cancelAction(reader);
    const call = stripe.testHelpers.terminal.readers.presentPaymentMethod(reader);
    expect(await refusal(call)).toMatchObject({ statusCode: 400 });
  });
});
