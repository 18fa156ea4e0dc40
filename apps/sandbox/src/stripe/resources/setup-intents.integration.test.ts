import { describe, expect, it } from 'vitest';
import { authenticate } from '../../../test/customer-browser.ts';
import { openSandbox, RETURN, refusal } from '../../../test/open-sandbox.ts';

const { stripe } = await openSandbox();

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

  it('waits for authentication, and fails when the customer does', async () => {
    const { customer, intent } = await setup('pm_card_threeDSecure2Required');
    const waiting = await intent;
    expect(waiting).toMatchObject({ status: 'requires_action', next_action: { redirect_to_url: RETURN } });
    const back = await authenticate(waiting.next_action?.redirect_to_url?.url ?? null, 'fail');
    expect(back.location).toContain(`setup_intent=${waiting.id}`);
    expect(await stripe.setupIntents.retrieve(waiting.id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'setup_intent_authentication_failure' },
    });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
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
