import { describe, expect, it } from 'vitest';
import { authenticate } from '../../../test/customer-browser.ts';
import { openSandbox, RETURN } from '../../../test/open-sandbox.ts';

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
});
