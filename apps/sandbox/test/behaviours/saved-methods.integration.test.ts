import { describe, expect, it } from 'vitest';
import { charged, RETURN, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe } = await openTarget();

const setup = async (method: string) => {
  const customer = (await stripe.customers.create({})).id;
  return {
    customer,
    intent: stripe.setupIntents.create({
      customer,
      payment_method: method,
      confirm: true,
      usage: 'off_session',
      ...RETURN,
    }),
  };
};

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

describe('a SetupIntent', () => {
  it('saves a card without taking money', async () => {
    const { customer, intent } = await setup('pm_card_visa');
    const saved = await intent;
    expect(saved).toMatchObject({ status: 'succeeded', usage: 'off_session', last_setup_error: null });
    expect((await stripe.customers.listPaymentMethods(customer)).data.map(({ id }) => id)).toEqual([
      saved.payment_method,
    ]);
    expect((await stripe.charges.list({ customer })).data).toEqual([]);
    expect(await stripe.setupIntents.retrieve(saved.id, { expand: ['latest_attempt'] })).toMatchObject({
      latest_attempt: { status: 'succeeded', payment_method: saved.payment_method },
    });
  });

  it('refuses a declined card and takes another', async () => {
    const { intent } = await setup('pm_card_chargeDeclined');
    const error = await refusal(intent);
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      setup_intent: { status: 'requires_payment_method' },
    });
    const id = error.setup_intent?.id ?? '';
    expect(
      await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa', ...RETURN }),
    ).toMatchObject({ status: 'succeeded' });
  });

  it('saves a bank account with a mandate that later debits reuse', async () => {
    const customer = (await stripe.customers.create({})).id;
    const saved = await stripe.setupIntents.create({
      customer,
      confirm: true,
      ...RETURN,
      payment_method_data: {
        type: 'sepa_debit',
        sepa_debit: { iban: 'DE89370400440532013000' },
        billing_details: { name: 'Erika Beispiel', email: 'erika@example.com' },
      },
      mandate_data: {
        customer_acceptance: { type: 'online', online: { ip_address: '203.0.113.7', user_agent: 'Test' } },
      },
    });
    const mandate = await stripe.mandates.retrieve(String(saved.mandate));
    expect(mandate).toMatchObject({
      type: 'multi_use',
      status: 'active',
      customer_acceptance: { type: 'online', online: { ip_address: '203.0.113.7' } },
      payment_method_details: { sepa_debit: { reference: expect.any(String) } },
    });
    const debit = await stripe.paymentIntents.create({
      amount: 2_000,
      currency: 'eur',
      customer,
      payment_method: String(saved.payment_method),
      off_session: true,
      confirm: true,
      ...RETURN,
      expand: ['latest_charge'],
    });
    expect(debit).toMatchObject({
      status: 'processing',
      latest_charge: { payment_method_details: { sepa_debit: { mandate: mandate.id } } },
    });
  });

  it('can be updated and canceled while open, and not afterwards', async () => {
    const { id } = await stripe.setupIntents.create({ allowed_payment_method_types: ['card'] });
    expect(await stripe.setupIntents.update(id, { metadata: { case: '7' } })).toMatchObject({
      metadata: { case: '7' },
    });
    expect(await stripe.setupIntents.cancel(id, { cancellation_reason: 'abandoned' })).toMatchObject({
      status: 'canceled',
    });
    expect(await refusal(stripe.setupIntents.cancel(id))).toMatchObject({
      code: 'setup_intent_unexpected_state',
    });
    expect(await refusal(stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' }))).toMatchObject({
      statusCode: 400,
    });
  });
});
