import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { authenticate } from '../../../test/customer-browser.ts';
import { charged, chargeOf, openSandbox, RETURN, refusal } from '../../../test/open-sandbox.ts';

const { sandbox, stripe, newAccount } = await openSandbox();

const redirectOf = (intent: Stripe.PaymentIntent) => intent.next_action?.redirect_to_url?.url ?? null;

describe('a card payment', () => {
  it('succeeds and leaves a charge with card, checks, outcome and receipt', async () => {
    const intent = await charged(stripe);
    const charge = await chargeOf(stripe, intent);
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 11_900, livemode: false });
    expect(charge).toMatchObject({
      status: 'succeeded',
      paid: true,
      captured: true,
      amount_captured: 11_900,
      payment_intent: intent.id,
      outcome: { network_status: 'approved_by_network', type: 'authorized', risk_level: 'normal' },
      payment_method_details: {
        type: 'card',
        card: { brand: 'visa', last4: '4242', checks: { cvc_check: 'pass' } },
      },
    });
    const receipt = await fetch(charge.receipt_url ?? '', { headers: { 'Accept-Language': 'de' } });
    expect(await receipt.text()).toContain('119,00\u00a0€');
  });

  it('books the money after the answer, as automatic_async does, and at once with automatic', async () => {
    const later = await charged(stripe, 'pm_card_visa', { expand: ['latest_charge'] });
    const now = await charged(stripe, 'pm_card_visa', {
      capture_method: 'automatic',
      expand: ['latest_charge'],
    });
    expect(later.latest_charge).toMatchObject({ balance_transaction: null });
    expect(now.latest_charge).toMatchObject({ balance_transaction: expect.stringMatching(/^txn_/) });
    expect(
      (await chargeOf(stripe, { ...later, latest_charge: (later.latest_charge as Stripe.Charge).id }))
        .balance_transaction,
    ).toMatch(/^txn_/);
  });

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

describe('a declined card', () => {
  it.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
    ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded'],
    ['pm_card_radarBlock', 'card_declined', 'fraudulent'],
  ])('%s is refused with %s / %s', async (token, code, declineCode) => {
    const error = await refusal(charged(stripe, token));
    expect(error).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code,
      decline_code: declineCode,
    });
    expect(error.doc_url).toBe(`https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`);
    const intent = error.payment_intent as Stripe.PaymentIntent;
    expect(intent.last_payment_error).toMatchObject({
      code,
      decline_code: declineCode,
      payment_method: { type: 'card' },
    });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge));
    expect(charge).toMatchObject({
      status: 'failed',
      paid: false,
      failure_code: code,
      balance_transaction: null,
    });
  });

  it('keeps the intent although the create was refused', async () => {
    const account = newAccount();
    await refusal(charged(account, 'pm_card_chargeDeclined'));
    expect((await account.paymentIntents.list()).data.map((intent) => intent.status)).toEqual([
      'requires_payment_method',
    ]);
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
    expect(await chargeOf(stripe, intent)).toMatchObject({ captured: false, balance_transaction: null });
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

  it('expires by itself after seven days', async () => {
    const intent = await charged(stripe, 'pm_card_visa', { capture_method: 'manual' });
    sandbox.clock.advance(7 * 86_400);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
    });
  });
});

describe('3-D Secure', () => {
  it('sends the customer to the bank and back to the return URL', async () => {
    const intent = await charged(stripe, 'pm_card_threeDSecure2Required');
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: RETURN },
    });
    const back = new URL((await authenticate(redirectOf(intent), 'complete')).location ?? '');
    expect(back.origin + back.pathname).toBe(RETURN.return_url);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
    const after = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
    expect(after).toMatchObject({
      status: 'succeeded',
      next_action: null,
      latest_charge: {
        payment_method_details: {
          card: { three_d_secure: { result: 'authenticated', authentication_flow: 'challenge' } },
        },
      },
    });
  });

  it('leaves the intent open when the customer fails it', async () => {
    const intent = await charged(stripe, 'pm_card_threeDSecure2Required');
    const back = await authenticate(redirectOf(intent), 'fail');
    expect(back.location).toContain('redirect_status=failed');
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
      latest_charge: null,
    });
  });

  it('may be passed and still be declined by the bank', async () => {
    const intent = await charged(stripe, 'pm_card_threeDSecureRequiredChargeDeclined');
    await authenticate(redirectOf(intent), 'complete');
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    });
  });

  it('counts once, however often the form is sent', async () => {
    const intent = await charged(stripe, 'pm_card_threeDSecure2Required');
    await authenticate(redirectOf(intent), 'complete');
    const second = await fetch(redirectOf(intent) ?? '', {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'fail' }),
      redirect: 'manual',
    });
    expect(second.headers.get('Location')).toContain('redirect_status=succeeded');
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });

  it('is not asked for by a card that supports it, unless the merchant wants it', async () => {
    expect((await charged(stripe, 'pm_card_threeDSecureOptional')).status).toBe('succeeded');
    const asked = await charged(stripe, 'pm_card_threeDSecureOptional', {
      payment_method_options: { card: { request_three_d_secure: 'challenge' } },
    });
    expect(asked.status).toBe('requires_action');
  });

  it('refuses instead when the caller cannot handle an action', async () => {
    const error = await refusal(
      charged(stripe, 'pm_card_threeDSecure2Required', { error_on_requires_action: true }),
    );
    expect(error).toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_not_handled',
    });
  });
});

describe('charging a saved card off session', () => {
  const saved = async (token: string) => {
    const customer = await stripe.customers.create({ name: 'Erika Beispiel' });
    const method = await stripe.paymentMethods.attach(token, { customer: customer.id });
    return { customer: customer.id, payment_method: method.id };
  };

  it('works with an ordinary card', async () => {
    const { payment_method: method, customer } = await saved('pm_card_visa');
    expect((await charged(stripe, method, { customer, off_session: true })).status).toBe('succeeded');
  });

  it('is refused when the bank wants authentication', async () => {
    const { payment_method: method, customer } = await saved('pm_card_authenticationRequired');
    const error = await refusal(charged(stripe, method, { customer, off_session: true }));
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'authentication_required',
      decline_code: 'authentication_required',
    });
  });

  it('works once the card was set up with authentication', async () => {
    const customer = (await stripe.customers.create({})).id;
    const setup = await stripe.setupIntents.create({
      customer,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
      ...RETURN,
    });
    await authenticate(setup.next_action?.redirect_to_url?.url ?? null, 'complete');
    const method = String((await stripe.setupIntents.retrieve(setup.id)).payment_method);
    expect((await charged(stripe, method, { customer, off_session: true })).status).toBe('succeeded');
    expect((await charged(stripe, method, { customer })).status).toBe('requires_action');
  });

  it('saves a card that paid with setup_future_usage, and no other', async () => {
    const customer = (await stripe.customers.create({})).id;
    await charged(stripe, 'pm_card_visa', { customer });
    await charged(stripe, 'pm_card_mastercard', { customer, setup_future_usage: 'off_session' });
    const methods = await stripe.customers.listPaymentMethods(customer);
    expect(methods.data.map((method) => method.card?.brand)).toEqual(['mastercard']);
  });

  it('does not take a card that was used up, or belongs to another customer', async () => {
    const first = await charged(stripe);
    const used = await refusal(charged(stripe, String(first.payment_method)));
    expect(used.message).toContain('may not be used again');
    const { payment_method: foreign } = await saved('pm_card_visa');
    const other = (await stripe.customers.create({})).id;
    expect(await refusal(charged(stripe, foreign, { customer: other }))).toMatchObject({
      param: 'payment_method',
    });
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

describe('search and list', () => {
  it('finds by metadata, status and amount', async () => {
    const account = newAccount();
    const wanted = await charged(account, 'pm_card_visa', { metadata: { attempt_id: "O'Neill" } });
    await charged(account, 'pm_card_visa', { amount: 5_000, metadata: { attempt_id: 'B' } });
    await refusal(charged(account, 'pm_card_chargeDeclined', { metadata: { attempt_id: 'C' } }));
    const search = async (query: string) =>
      (await account.paymentIntents.search({ query })).data.map((intent) => intent.metadata.attempt_id);
    expect(await search("metadata['attempt_id']:'O\\'Neill'")).toEqual([wanted.metadata.attempt_id]);
    expect(await search("status:'succeeded' AND amount>5000")).toEqual(["O'Neill"]);
    expect(await search("metadata['attempt_id']:'B' OR metadata['attempt_id']:'C'")).toEqual(['C', 'B']);
    expect(await search("-status:'succeeded'")).toEqual(['C']);
    expect(await search("metadata['nothing']:null AND status:'succeeded'")).toHaveLength(2);
    expect(await refusal(account.paymentIntents.search({ query: "color:'red'" }))).toMatchObject({
      statusCode: 400,
      param: 'query',
    });
  });

  it('pages through search results', async () => {
    const account = newAccount();
    for (const amount of [1_000, 2_000, 3_000]) await charged(account, 'pm_card_visa', { amount });
    const first = await account.paymentIntents.search({ query: 'amount>0', limit: 2 });
    expect(first).toMatchObject({ has_more: true, next_page: expect.any(String) });
    const second = await account.paymentIntents.search({
      query: 'amount>0',
      limit: 2,
      page: String(first.next_page),
    });
    expect([...first.data, ...second.data].map((intent) => intent.amount)).toEqual([3_000, 2_000, 1_000]);
    expect(second).toMatchObject({ has_more: false, next_page: null });
  });

  it('lists by customer and by time of creation', async () => {
    const account = newAccount();
    const customer = (await account.customers.create({})).id;
    const old = await charged(account, 'pm_card_visa', { customer });
    sandbox.clock.advance(3_600);
    await charged(account);
    expect((await account.paymentIntents.list({ customer })).data.map(({ id }) => id)).toEqual([old.id]);
    expect(
      (await account.paymentIntents.list({ created: { lte: old.created } })).data.map(({ id }) => id),
    ).toEqual([old.id]);
  });
});
