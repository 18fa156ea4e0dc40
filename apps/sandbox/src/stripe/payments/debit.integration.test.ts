import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { CARD, submit, visit } from '../../../test/customer-browser.ts';
import { openSandbox, RETURN, refusal } from '../../../test/open-sandbox.ts';

const { sandbox, stripe, newAccount } = await openSandbox();

const DAY = 86_400;
const ACCEPTED: Stripe.PaymentIntentCreateParams.MandateData = {
  customer_acceptance: { type: 'online', online: { ip_address: '203.0.113.7', user_agent: 'Test' } },
};

const debit = (account: Stripe, iban: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  account.paymentIntents.create({
    amount: 50_000,
    currency: 'eur',
    confirm: true,
    ...RETURN,
    payment_method_data: {
      type: 'sepa_debit',
      sepa_debit: { iban },
      billing_details: { name: 'Erika Beispiel', email: 'erika@example.com' },
    },
    mandate_data: ACCEPTED,
    ...extra,
  });

const latest = (account: Stripe, id: string) =>
  account.paymentIntents.retrieve(id, {
    expand: ['latest_charge.balance_transaction', 'latest_charge.failure_balance_transaction'],
  });

const types = async (account: Stripe) =>
  (await account.events.list({ limit: 50 })).data.map(({ type }) => type).reverse();

describe('a SEPA direct debit', () => {
  it('is processing for days, then succeeds', async () => {
    const account = newAccount();
    const { id, status } = await debit(account, 'DE89370400440532013000');
    expect(status).toBe('processing');
    expect(await latest(account, id)).toMatchObject({
      latest_charge: {
        id: expect.stringMatching(/^py_/),
        status: 'pending',
        paid: false,
        payment_method_details: {
          sepa_debit: { last4: '3000', mandate: expect.stringMatching(/^mandate_/) },
        },
        balance_transaction: { type: 'payment', reporting_category: 'charge', status: 'pending', fee: 35 },
      },
    });
    sandbox.clock.advance(2 * DAY - 60);
    expect((await latest(account, id)).status).toBe('processing');
    sandbox.clock.advance(60);
    expect(await latest(account, id)).toMatchObject({
      status: 'succeeded',
      amount_received: 50_000,
      latest_charge: { status: 'succeeded', paid: true },
    });
    expect(await types(account)).toEqual([
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });

  it.each([
    ['DE62370400440532013001', 'incorrect_account_holder_name', 2],
    ['DE78370400440532013004', 'incorrect_account_holder_name', 5],
    ['DE65370400440002222227', 'insufficient_funds', 2],
    ['DE65370400440000343434', 'charge_exceeds_source_limit', 2],
    ['AT861904300235473202', 'incorrect_account_holder_name', 2],
  ])(
    'from %s fails with %s after %i days, and the pending credit is taken back',
    async (iban, failureCode, days) => {
      const account = newAccount();
      const { id } = await debit(account, iban);
      sandbox.clock.advance(days * DAY);
      expect(await latest(account, id)).toMatchObject({
        status: 'requires_payment_method',
        last_payment_error: { code: 'payment_intent_payment_attempt_failed' },
        latest_charge: {
          status: 'failed',
          failure_code: failureCode,
          failure_balance_transaction: {
            type: 'payment_failure_refund',
            amount: -50_000,
            reporting_category: 'charge_failure',
          },
        },
      });
      sandbox.clock.advance(14 * DAY);
      expect((await account.balance.retrieve()).available).toEqual([
        { amount: 0, currency: 'eur', source_types: { card: 0 } },
      ]);
      expect((await account.payouts.list()).data).toEqual([]);
    },
  );

  it('needs a mandate, euros, and a type the intent allows', async () => {
    expect(await refusal(debit(stripe, 'DE89370400440532013000', { mandate_data: '' }))).toMatchObject({
      param: 'mandate_data',
    });
    expect(await refusal(debit(stripe, 'DE89370400440532013000', { currency: 'chf' }))).toMatchObject({
      code: 'payment_intent_incompatible_payment_method',
    });
    const cardOnly = debit(stripe, 'DE89370400440532013000', { allowed_payment_method_types: ['card'] });
    expect(await refusal(cardOnly)).toMatchObject({ code: 'payment_intent_incompatible_payment_method' });
  });

  it('can be answered by hand instead of waiting', async () => {
    const { id } = await debit(stripe, 'DE89370400440532013000');
    const answer = await fetch(`${sandbox.pageUrl}/_sandbox/intents/${id}/debit`, {
      method: 'POST',
      body: JSON.stringify({ outcome: 'fail' }),
    });
    expect(answer.status).toBe(200);
    expect(await latest(stripe, id)).toMatchObject({
      status: 'requires_payment_method',
      latest_charge: { failure_code: 'insufficient_funds' },
    });
    sandbox.clock.advance(10 * DAY);
    expect((await latest(stripe, id)).status).toBe('requires_payment_method');
  });
});

describe('a debit on the Checkout page', () => {
  const paidByDebit = async (account: Stripe, iban: string) => {
    const session = await account.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://shop.example/done',
      locale: 'de',
      line_items: [{ price_data: { currency: 'eur', unit_amount: 50_000, product_data: { name: 'Regal' } } }],
    });
    const page = await visit(`${session.url}?method=sepa_debit`);
    expect(page.html).toContain('ermächtigen Sie Zahlwerk Sandbox');
    const sent = await submit(page, { ...CARD, iban });
    expect(sent.location).toBe('https://shop.example/done');
    return session.id;
  };

  it('completes the session unpaid, and pays it days later', async () => {
    const account = newAccount();
    const id = await paidByDebit(account, 'DE89 3704 0044 0532 0130 00');
    expect(await account.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'processing' },
    });
    sandbox.clock.advance(2 * DAY);
    expect(await account.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' });
    expect((await types(account)).at(-1)).toBe('checkout.session.async_payment_succeeded');
  });

  it('tells when it fails days later', async () => {
    const account = newAccount();
    const id = await paidByDebit(account, 'DE62370400440532013001');
    sandbox.clock.advance(2 * DAY);
    expect(await account.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
    });
    expect((await types(account)).slice(-3)).toEqual([
      'charge.failed',
      'payment_intent.payment_failed',
      'checkout.session.async_payment_failed',
    ]);
  });

  it('refuses an IBAN whose check digits are wrong', async () => {
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      locale: 'de',
      allowed_payment_method_types: ['sepa_debit'],
      success_url: 'https://shop.example/done',
      line_items: [{ price_data: { currency: 'eur', unit_amount: 50_000, product_data: { name: 'Regal' } } }],
    });
    const refused = await submit(await visit(session.url ?? ''), { ...CARD, iban: 'DE89370400440532013001' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Diese IBAN ist nicht gültig.');
  });
});
