import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { CARD, submit, visit } from '../../../test/customer-browser.ts';
import { openSandbox, refusal } from '../../../test/open-sandbox.ts';

const { newAccount } = await openSandbox();

const opened = (stripe: Stripe, extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://shop.example/done',
    allowed_payment_method_types: ['card', 'customer_balance'],
    payment_method_options: {
      customer_balance: {
        funding_type: 'bank_transfer',
        bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
      },
    },
    line_items: [{ price_data: { currency: 'eur', unit_amount: 5_000, product_data: { name: 'A' } } }],
    ...extra,
  });

const chooseTransfer = async (session: Stripe.Checkout.Session) => {
  const page = await visit(`${session.url}?method=customer_balance`, 'en-US');
  expect(page.html).toContain('Show the account');
  return submit(page, { name: CARD.name, email: CARD.email });
};

const sessionEvents = async (stripe: Stripe) =>
  (await stripe.events.list({ type: 'checkout.session.*' })).data.map(({ type }) => type).reverse();

describe('a Checkout session paid by bank transfer', () => {
  it('is complete once the customer knows the account, and paid once the money is there', async () => {
    const stripe = newAccount();
    const session = await opened(stripe);
    const { location } = await chooseTransfer(session);
    const complete = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(complete).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    const intent = complete.payment_intent as Stripe.PaymentIntent;
    const instructions = intent.next_action?.display_bank_transfer_instructions;
    expect(location).toBe(instructions?.hosted_instructions_url);
    const shown = await visit(location ?? '', 'de-DE');
    expect(shown.html).toContain(instructions?.reference);
    expect(shown.html).toContain('50,00\u00a0€');
    await stripe.testHelpers.customers.fundCashBalance(String(intent.customer), {
      amount: 5_000,
      currency: 'eur',
    });
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    expect(await sessionEvents(stripe)).toEqual([
      'checkout.session.completed',
      'checkout.session.async_payment_succeeded',
    ]);
    expect((await visit(location ?? '', 'de-DE')).html).toContain('nichts mehr zu überweisen');
  });

  it('uses the money a customer already has', async () => {
    const stripe = newAccount();
    const { id: customer } = await stripe.customers.create({ email: CARD.email });
    await stripe.testHelpers.customers.fundCashBalance(customer, { amount: 9_000, currency: 'eur' });
    const session = await opened(stripe, { customer });
    const page = await visit(`${session.url}?method=customer_balance`);
    expect((await submit(page, { name: CARD.name })).location).toBe('https://shop.example/done');
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
  });

  it('cannot be set up for later', async () => {
    const stripe = newAccount();
    const call = stripe.checkout.sessions.create({
      mode: 'setup',
      success_url: 'https://shop.example/done',
      allowed_payment_method_types: ['customer_balance'],
    });
    expect(await refusal(call)).toMatchObject({ param: 'allowed_payment_method_types' });
  });
});
