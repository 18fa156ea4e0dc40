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
});

describe('a declined card', () => {
  it('keeps the intent although the create was refused', async () => {
    const account = newAccount();
    await refusal(charged(account, 'pm_card_chargeDeclined'));
    expect((await account.paymentIntents.list()).data.map((intent) => intent.status)).toEqual([
      'requires_payment_method',
    ]);
  });
});

describe('manual capture', () => {
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
