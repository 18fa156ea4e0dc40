import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { authenticate, CARD, payByCard, submit, visit } from '../../../test/customer-browser.ts';
import { openSandbox, refusal } from '../../../test/open-sandbox.ts';

const { sandbox, stripe, newAccount } = await openSandbox();

const SUCCESS = 'https://shop.example/done?session={CHECKOUT_SESSION_ID}';

const item = (
  name: string,
  unitAmount: number,
  quantity = 1,
): Stripe.Checkout.SessionCreateParams.LineItem => ({
  price_data: { currency: 'eur', unit_amount: unitAmount, product_data: { name } },
  quantity,
});

const open = (params: Partial<Stripe.Checkout.SessionCreateParams> = {}, account = stripe) =>
  account.checkout.sessions.create({
    mode: 'payment',
    success_url: SUCCESS,
    cancel_url: 'https://shop.example/cart',
    locale: 'de',
    line_items: [item('Beratung vor Ort', 5_950, 2), item('Anfahrt', 1_990)],
    ...params,
  });

const openSetup = () =>
  stripe.checkout.sessions.create({
    mode: 'setup',
    currency: 'eur',
    success_url: SUCCESS,
    cancel_url: 'https://shop.example/cart',
  });

const retrieve = (id: string) =>
  stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge', 'line_items'] });

describe('a Checkout session', () => {
  it('adds up its line items and has a hosted page', async () => {
    const session = await open({ client_reference_id: 'case-7', metadata: { case: '7' } });
    expect(session).toMatchObject({
      id: expect.stringMatching(/^cs_test_/),
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 13_890,
      currency: 'eur',
      client_reference_id: 'case-7',
      payment_intent: null,
      payment_method_types: ['card', 'sepa_debit'],
      url: expect.stringMatching(new RegExp(`^${sandbox.stripeUrl}/c/pay/cs_test_`)),
    });
    const items = await stripe.checkout.sessions.listLineItems(session.id);
    expect(
      items.data.map(({ description, amount_total: total, quantity }) => [description, total, quantity]),
    ).toEqual([
      ['Beratung vor Ort', 11_900, 2],
      ['Anfahrt', 1_990, 1],
    ]);
    expect(String(items.data[0]?.price?.unit_amount_decimal)).toBe('5950');
  });

  it('makes its PaymentIntent when the customer pays, with the data planned for it', async () => {
    const customer = (await stripe.customers.create({ email: 'erika@example.com' })).id;
    const session = await open({
      customer,
      payment_intent_data: {
        metadata: { attempt: 'A-1' },
        description: 'Rechnung 7',
        setup_future_usage: 'off_session',
      },
    });
    const page = await visit(session.url ?? '');
    expect(page.html).not.toContain('E-Mail-Adresse');
    const paid = await submit(page, {
      number: '4242 4242 4242 4242',
      expiry: '12/34',
      cvc: '123',
      name: 'Erika Beispiel',
    });
    expect(paid).toMatchObject({
      status: 303,
      location: SUCCESS.replace('{CHECKOUT_SESSION_ID}', session.id),
    });
    expect(await retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer,
      customer_details: { email: 'erika@example.com', name: 'Erika Beispiel' },
      payment_intent: {
        status: 'succeeded',
        amount: 13_890,
        metadata: { attempt: 'A-1' },
        description: 'Rechnung 7',
        latest_charge: {
          billing_details: { name: 'Erika Beispiel' },
          payment_method_details: { card: { checks: { cvc_check: 'pass' } } },
        },
      },
    });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  });

  it('is shown in the language of the session, or of the browser when it leaves that open', async () => {
    const german = await visit((await open()).url ?? '', 'en-US');
    expect(german.html).toContain('<html lang="de">');
    expect(german.html).toContain('138,90\u00a0€ bezahlen');
    const english = await visit((await open({ locale: 'auto' })).url ?? '', 'en-US');
    expect(english.html).toContain('Pay €138.90');
  });

  it('labels every field, so that it can be found by its name', async () => {
    const page = await visit(
      (await open({ billing_address_collection: 'required', phone_number_collection: { enabled: true } }))
        .url ?? '',
    );
    const labels = [...page.html.matchAll(/<label for="(\w+)">([^<]+)</g)].map(([, field, label]) => [
      field,
      label,
    ]);
    expect(labels).toEqual([
      ['email', 'E-Mail-Adresse'],
      ['number', 'Kartennummer'],
      ['expiry', 'Gültig bis (MM/JJ)'],
      ['cvc', 'Prüfnummer (CVC)'],
      ['name', 'Name auf der Karte'],
      ['phone', 'Telefonnummer'],
      ['line1', 'Straße und Hausnummer'],
      ['postal_code', 'Postleitzahl'],
      ['city', 'Ort'],
      ['country', 'Land (zweistelliger Code)'],
    ]);
  });

  it('escapes what merchants and customers write', async () => {
    const session = await open({ line_items: [item('<script>alert(1)</script>', 5_000)] });
    const page = await submit(await visit(session.url ?? ''), {
      ...CARD,
      number: '1',
      name: '"><img src=x>',
    });
    expect(page.html).not.toContain('<script>alert(1)');
    expect(page.html).not.toContain('<img src=x>');
  });
});

describe('the customer', () => {
  it('is told field by field what is wrong, and nothing is tried', async () => {
    const session = await open();
    const wrong = await submit(await visit(session.url ?? ''), {
      number: '4242 4242 4242 4241',
      expiry: '13/30',
      cvc: '12',
      name: '',
      email: 'x',
    });
    expect(wrong.status).toBe(422);
    for (const words of [
      'Diese Kartennummer ist nicht gültig.',
      'Bitte Monat und Jahr angeben',
      'Bitte die Prüfnummer',
      'Bitte ausfüllen.',
      'gültige E-Mail-Adresse',
    ]) {
      expect(wrong.html).toContain(words);
    }
    const past = await submit(await visit(session.url ?? ''), {
      ...CARD,
      number: '4242424242424242',
      expiry: '01/20',
    });
    expect(past.html).toContain('Diese Karte ist abgelaufen.');
    const real = await submit(await visit(session.url ?? ''), { ...CARD, number: '4111 1111 1111 1111' });
    expect(real.html).toContain('Echte Karten werden hier nicht angenommen.');
    expect((await retrieve(session.id)).payment_intent).toBeNull();
  });

  it.each([
    ['4000 0000 0000 0002', 'Ihre Bank hat die Karte abgelehnt.'],
    ['4000 0000 0000 9995', 'Ihr Konto ist nicht ausreichend gedeckt.'],
    ['4000 0000 0000 9987', 'Ihre Bank hat die Karte abgelehnt.'],
    ['4000 0000 0000 0069', 'Ihre Karte ist abgelaufen.'],
    ['4000 0000 0000 0127', 'Die Prüfnummer (CVC) stimmt nicht.'],
    ['4000 0000 0000 0119', 'Bei der Verarbeitung Ihrer Karte ist ein Fehler aufgetreten.'],
  ])('with card %s reads: %s', async (number, reason) => {
    const session = await open();
    const back = await payByCard(session.url ?? '', number);
    expect(back.location).toBe(session.url);
    expect((await visit(back.location ?? '')).html).toContain(reason);
  });

  it('can pay with another card after a decline, on the same session and the same intent', async () => {
    const session = await open();
    await payByCard(session.url ?? '', '4000000000000002');
    const declined = await retrieve(session.id);
    expect(declined).toMatchObject({ status: 'open', payment_intent: { status: 'requires_payment_method' } });
    const paid = await payByCard(session.url ?? '', '4242424242424242');
    expect(paid.location).toContain('https://shop.example/done');
    const after = await retrieve(session.id);
    expect(after).toMatchObject({ status: 'complete', payment_status: 'paid' });
    expect((after.payment_intent as Stripe.PaymentIntent).id).toBe(
      (declined.payment_intent as Stripe.PaymentIntent).id,
    );
  });

  it('passes 3-D Secure and lands on the success page', async () => {
    const session = await open();
    const challenge = await payByCard(session.url ?? '', '4000002760003184');
    expect(challenge.location).toContain('/c/authenticate/');
    const page = await visit(challenge.location ?? '');
    expect(page.html).toContain('138,90\u00a0€');
    expect((await visit(session.url ?? '')).html).toContain('Ihre Bank wartet auf Ihre Bestätigung.');
    const done = await authenticate(challenge.location, 'complete');
    expect(done.location).toBe(SUCCESS.replace('{CHECKOUT_SESSION_ID}', session.id));
    expect(await retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_intent: {
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
      },
    });
  });

  it('comes back to the page after failing 3-D Secure, and may use another card instead', async () => {
    const session = await open();
    const challenge = await payByCard(session.url ?? '', '4000002760003184');
    const back = await authenticate(challenge.location, 'fail');
    expect(back.location).toBe(session.url);
    expect((await visit(session.url ?? '')).html).toContain(
      'Die Bestätigung bei Ihrer Bank ist fehlgeschlagen.',
    );
    expect((await payByCard(session.url ?? '', '4242424242424242')).location).toContain('/done');
  });

  it('may leave an open challenge and pay with another card; the old challenge then changes nothing', async () => {
    const session = await open();
    const challenge = await payByCard(session.url ?? '', '4000002760003184');
    expect((await payByCard(session.url ?? '', '4242424242424242')).location).toContain('/done');
    const late = await fetch(challenge.location ?? '', {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'complete' }),
      redirect: 'manual',
    });
    expect(late.headers.get('Location')).toContain('/done');
    const { payment_intent: intent } = await retrieve(session.id);
    const charges = await stripe.charges.list({ payment_intent: (intent as Stripe.PaymentIntent).id });
    expect(charges.data.map(({ status }) => status)).toEqual(['succeeded']);
  });

  it('never pays twice: not by a double click, not by sending the form again later', async () => {
    const session = await open();
    const page = await visit(session.url ?? '');
    const fields = { ...CARD, number: '4242424242424242' };
    const [first, second] = await Promise.all([submit(page, fields), submit(page, fields)]);
    const third = await submit(page, fields);
    expect([first, second, third].map(({ location }) => location)).toEqual(
      Array(3).fill(SUCCESS.replace('{CHECKOUT_SESSION_ID}', session.id)),
    );
    const { payment_intent: intent } = await retrieve(session.id);
    expect(
      (await stripe.charges.list({ payment_intent: (intent as Stripe.PaymentIntent).id })).data,
    ).toHaveLength(1);
    expect((await visit(session.url ?? `${sandbox.stripeUrl}/c/pay/${session.id}`)).html).toContain(
      'Diese Seite wurde bereits abgeschlossen.',
    );
  });

  it('is not declined twice by a double click either', async () => {
    const session = await open();
    const page = await visit(session.url ?? '');
    const fields = { ...CARD, number: '4000000000000002' };
    await Promise.all([submit(page, fields), submit(page, fields)]);
    const { payment_intent: intent } = await retrieve(session.id);
    expect(
      (await stripe.charges.list({ payment_intent: (intent as Stripe.PaymentIntent).id })).data,
    ).toHaveLength(1);
  });

  it('gets a Stripe customer when the merchant always wants one', async () => {
    const session = await open({ customer_creation: 'always' });
    await payByCard(session.url ?? '', '4242424242424242');
    const { customer } = await retrieve(session.id);
    expect(await stripe.customers.retrieve(String(customer))).toMatchObject({
      email: 'erika@example.com',
      name: 'Erika Beispiel',
    });
  });
});

describe('a session ends', () => {
  it('by itself after 24 hours', async () => {
    const session = await open();
    sandbox.clock.advance(24 * 3_600);
    expect(await retrieve(session.id)).toMatchObject({ status: 'expired', url: null });
    const page = await visit(session.url ?? '');
    expect(page.html).toContain('Diese Seite ist abgelaufen');
    expect((await submit({ ...page, html: '' }, { ...CARD, number: '4242424242424242' })).html).toContain(
      'abgelaufen',
    );
  });

  it('when the merchant expires it, together with what was begun', async () => {
    const session = await open();
    await payByCard(session.url ?? '', '4000002760003184');
    const intent = (await retrieve(session.id)).payment_intent as Stripe.PaymentIntent;
    expect(await refusal(stripe.paymentIntents.cancel(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired' });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'expired',
    });
    expect(await refusal(stripe.checkout.sessions.expire(session.id))).toMatchObject({ statusCode: 400 });
  });

  it('at the time asked for, which must lie between 30 minutes and 24 hours ahead', async () => {
    const now = sandbox.clock.now();
    const session = await open({ expires_at: now + 3_600 });
    expect(session.expires_at).toBe(now + 3_600);
    expect(await refusal(open({ expires_at: now + 600 }))).toMatchObject({ param: 'expires_at' });
    expect(await refusal(open({ expires_at: now + 90_000 }))).toMatchObject({ param: 'expires_at' });
  });
});

describe('setup mode', () => {
  it('saves a card for the customer without taking money', async () => {
    const customer = (await stripe.customers.create({ email: 'erika@example.com' })).id;
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      customer,
      currency: 'eur',
      success_url: SUCCESS,
      setup_intent_data: { metadata: { link: 'L-1' } },
    });
    const page = await visit(session.url ?? '');
    expect(page.html).toContain('Karte speichern');
    expect(page.html).toContain('Es wird jetzt nichts abgebucht.');
    const done = await submit(page, {
      number: '4000 0025 0000 3155',
      expiry: '12/34',
      cvc: '123',
      name: 'Erika Beispiel',
    });
    expect((await authenticate(done.location, 'complete')).location).toContain('/done');
    const after = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['setup_intent.payment_method'],
    });
    expect(after).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      amount_total: null,
      setup_intent: {
        status: 'succeeded',
        metadata: { link: 'L-1' },
        payment_method: { customer, card: { last4: '3155' } },
      },
    });
  });

  it('saves a bank account with its mandate', async () => {
    const session = await openSetup();
    const page = await visit(`${session.url}?method=sepa_debit`);
    expect(page.html).toContain('Lastschrift speichern');
    await submit(page, { ...CARD, iban: 'DE89 3704 0044 0532 0130 00' });
    const after = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent.mandate'] });
    expect(after.setup_intent).toMatchObject({
      status: 'succeeded',
      mandate: { type: 'multi_use', status: 'active' },
    });
  });

  it('refuses line items and wants a currency', async () => {
    expect(await refusal(open({ mode: 'setup', currency: 'eur' }))).toMatchObject({ param: 'line_items' });
    expect(
      await refusal(stripe.checkout.sessions.create({ mode: 'setup', success_url: SUCCESS })),
    ).toMatchObject({ code: 'parameter_missing', param: 'currency' });
  });
});

describe('what Stripe refuses', () => {
  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, object]>([
    [
      'customer and customer_email together',
      { customer: 'cus_x', customer_email: 'a@example.com' },
      { code: 'parameters_exclusive' },
    ],
    ['no line items', { line_items: [] }, { code: 'parameter_missing', param: 'line_items' }],
    [
      'line items in two currencies',
      {
        line_items: [
          item('A', 5_000),
          { price_data: { currency: 'usd', unit_amount: 1, product_data: { name: 'B' } } },
        ],
      },
      { param: 'line_items[1][price_data][currency]' },
    ],
    ['too small a total', { line_items: [item('A', 49)] }, { code: 'amount_too_small' }],
    [
      'a nested name that is missing',
      { line_items: [{ price_data: { currency: 'eur', unit_amount: 100, product_data: { name: '' } } }] },
      { param: 'line_items[0][price_data][product_data][name]' },
    ],
    ['a URL that is none', { success_url: 'shop' }, { code: 'url_invalid', param: 'success_url' }],
  ])('%s', async (_what, wrong, expected) => {
    expect(await refusal(open(wrong))).toMatchObject({ statusCode: 400, ...expected });
  });

  it('an unknown page', async () => {
    expect(await visit(`${sandbox.stripeUrl}/c/pay/cs_test_unknown`)).toMatchObject({ status: 404 });
    expect(await visit(`${sandbox.stripeUrl}/c/authenticate/unknown`)).toMatchObject({ status: 404 });
  });
});

describe('lists', () => {
  it('find a session by its intent, its customer and its status', async () => {
    const account = newAccount();
    const customer = (await account.customers.create({ email: 'a@example.com' })).id;
    const paid = await open({ customer }, account);
    await submit(await visit(paid.url ?? ''), {
      number: '4242424242424242',
      expiry: '12/34',
      cvc: '123',
      name: 'A',
    });
    const waiting = await open({}, account);
    const { payment_intent: intent } = await account.checkout.sessions.retrieve(paid.id);
    const ids = async (params: Stripe.Checkout.SessionListParams) =>
      (await account.checkout.sessions.list(params)).data.map(({ id }) => id);
    expect(await ids({ payment_intent: String(intent) })).toEqual([paid.id]);
    expect(await ids({ customer })).toEqual([paid.id]);
    expect(await ids({ status: 'open' })).toEqual([waiting.id]);
  });
});
