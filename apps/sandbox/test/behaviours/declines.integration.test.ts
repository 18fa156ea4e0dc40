import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { charged, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe } = await openTarget();

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

  it.each(['pm_card_visa_chargeDeclined', 'pm_card_chargeDeclinedExpiredCard'])(
    '%s cannot be kept for a customer',
    async (token) => {
      const { id: customer } = await stripe.customers.create({});
      expect(await refusal(stripe.paymentMethods.attach(token, { customer }))).toMatchObject({
        type: 'StripeCardError',
        statusCode: 402,
      });
      expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
    },
  );

  it('may be kept, and be refused only when it is charged', async () => {
    const { id: customer } = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    expect(await refusal(charged(stripe, method.id, { customer, off_session: true }))).toMatchObject({
      code: 'card_declined',
    });
  });
});

describe('a card that is checked in vain', () => {
  it('is charged all the same, and says what did not match', async () => {
    const { id } = await stripe.paymentMethods.create({
      type: 'card',
      card: { token: 'tok_avsFail' },
      billing_details: { address: { line1: 'Lindenstr. 4', postal_code: '80331', country: 'DE' } },
    });
    const intent = await stripe.paymentIntents.create({
      amount: 11_900,
      currency: 'eur',
      allowed_payment_method_types: ['card'],
      payment_method: id,
      confirm: true,
      expand: ['latest_charge'],
    });
    expect(intent).toMatchObject({
      status: 'succeeded',
      latest_charge: {
        payment_method_details: {
          card: { checks: { address_line1_check: 'fail', address_postal_code_check: 'fail' } },
        },
      },
    });
  });
});
