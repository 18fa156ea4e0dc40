import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { RETURN, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, eventually } = await openTarget();

const ERIKA = { name: 'Erika Beispiel', email: 'erika@example.com' };

const debited = (
  iban: string,
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'eur',
    allowed_payment_method_types: ['sepa_debit'],
    payment_method_data: { type: 'sepa_debit', sepa_debit: { iban }, billing_details: ERIKA },
    mandate_data: {
      customer_acceptance: { type: 'online', online: { ip_address: '203.0.113.7', user_agent: 'Test' } },
    },
    confirm: true,
    ...RETURN,
    ...extra,
  });

const answered = (id: string) =>
  eventually(
    () => stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] }),
    ({ status }) => status !== 'processing',
  );

describe('a SEPA direct debit', () => {
  it('is processing first, under a mandate, and succeeds later', async () => {
    const intent = await debited('DE89370400440532013000', { expand: ['latest_charge'] });
    expect(intent).toMatchObject({
      status: 'processing',
      amount_received: 0,
      latest_charge: {
        status: 'pending',
        paid: false,
        payment_method_details: { type: 'sepa_debit', sepa_debit: { country: 'DE', last4: '3000' } },
      },
    });
    const charge = intent.latest_charge as Stripe.Charge;
    const mandate = charge.payment_method_details?.sepa_debit?.mandate ?? '';
    expect(await stripe.mandates.retrieve(mandate)).toMatchObject({ status: 'active' });
    expect(await answered(intent.id)).toMatchObject({
      status: 'succeeded',
      amount_received: 50_000,
      latest_charge: { status: 'succeeded', paid: true },
    });
  });

  it.each([
    ['DE62370400440532013001', expect.any(String)],
    ['DE65370400440002222227', 'insufficient_funds'],
    ['AT861904300235473202', expect.any(String)],
  ])('from %s fails days after it was submitted', async (iban, code) => {
    const { id, status } = await debited(iban);
    expect(status).toBe('processing');
    expect(await answered(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { type: 'invalid_request_error', code: 'payment_intent_payment_attempt_failed' },
      latest_charge: { status: 'failed', failure_code: code },
    });
  });

  it('may be paid and come back: the dispute is lost, the charge stays paid', async () => {
    const { id } = await debited('DE35370400440532013002');
    expect((await answered(id)).status).toBe('succeeded');
    const { data } = await eventually(
      () => stripe.disputes.list({ payment_intent: id }),
      (list) => list.data[0]?.status === 'lost',
    );
    expect(data[0]).toMatchObject({ amount: 50_000, currency: 'eur', is_charge_refundable: false });
    expect(await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })).toMatchObject({
      status: 'succeeded',
      latest_charge: { disputed: true, refunded: false },
    });
  });

  it('needs name and e-mail address of the holder, and a mandate', async () => {
    const from = (billing_details: Stripe.PaymentMethodCreateParams.BillingDetails) =>
      stripe.paymentMethods.create({
        type: 'sepa_debit',
        sepa_debit: { iban: 'DE89370400440532013000' },
        billing_details,
      });
    expect(await refusal(from({ email: ERIKA.email }))).toMatchObject({
      code: 'parameter_missing',
      param: 'billing_details[name]',
    });
    expect(await refusal(from({ name: ERIKA.name }))).toMatchObject({
      code: 'parameter_missing',
      param: 'billing_details[email]',
    });
    const withoutMandate = debited('DE89370400440532013000', { mandate_data: '' });
    expect(await refusal(withoutMandate)).toMatchObject({ statusCode: 400 });
  });

  it('is refused for an account that cannot be debited', async () => {
    expect(await refusal(debited('DE18370400440000066666'))).toMatchObject({ statusCode: 400 });
    expect(await refusal(debited('DE91370400440000055555'))).toMatchObject({ statusCode: 400 });
  });
});
