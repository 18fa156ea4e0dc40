import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { charged, chargeOf, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe } = await openTarget();

const ASKED: Partial<Stripe.PaymentIntentCreateParams> = {
  payment_method_options: { card: { request_three_d_secure: 'any' } },
};

const resultOf = async (intent: Stripe.PaymentIntent) =>
  (await chargeOf(stripe, intent)).payment_method_details?.card?.three_d_secure?.result ?? null;

describe('3-D Secure on session', () => {
  it.each([
    'pm_card_authenticationRequired',
    'pm_card_authenticationRequiredOnSetup',
    'pm_card_authenticationRequiredSetupForOffSession',
    'pm_card_threeDSecure2Required',
  ])('%s sends the customer to his bank', async (token) => {
    const intent = await charged(stripe, token);
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { url: expect.stringMatching(/^http/) } },
    });
    expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
  });

  it('asks no customer of a card that only supports it, unless the merchant wants it', async () => {
    expect((await charged(stripe, 'pm_card_threeDSecureOptional')).status).toBe('succeeded');
    expect((await charged(stripe, 'pm_card_threeDSecureOptional', ASKED)).status).toBe('requires_action');
  });

  it('counts as tried with a card whose bank takes no part', async () => {
    const intent = await charged(stripe, 'pm_card_visa', ASKED);
    expect(intent.status).toBe('succeeded');
    expect(await resultOf(intent)).toBe('attempt_acknowledged');
    expect(await resultOf(await charged(stripe))).toBeNull();
  });

  it('refuses instead when the caller cannot handle an action', async () => {
    const error = await refusal(
      charged(stripe, 'pm_card_threeDSecure2Required', { error_on_requires_action: true }),
    );
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });
});
