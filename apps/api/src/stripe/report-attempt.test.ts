import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { reportAtReader, reportAttempt } from './report-attempt.ts';

type Present = Partial<Stripe.Charge.PaymentMethodDetails.CardPresent>;

/** A PaymentIntent at a reader, with a charge of a card that was read like this. */
const anIntent = (card_present: Present | null, deviation: object = {}) =>
  ({
    id: 'pi_1',
    status: card_present ? 'succeeded' : 'requires_payment_method',
    payment_method: null,
    payment_method_types: ['card_present'],
    last_payment_error: null,
    latest_charge: card_present
      ? { id: 'ch_1', payment_method_details: { type: 'card_present', card_present }, outcome: null }
      : null,
    ...deviation,
  }) as unknown as Stripe.PaymentIntent;

const aReader = (action: object | null) => ({ action }) as unknown as Stripe.Terminal.Reader;

const shows = (intent: string, status: string, deviation: object = {}) =>
  aReader({
    ...{ status, process_payment_intent: { payment_intent: intent } },
    ...{ api_error: null, failure_code: null, failure_message: null },
    ...deviation,
  });

const report = (reader: Stripe.Terminal.Reader | null, isAwaited = true, intent = anIntent(null)) =>
  reportAtReader({ attemptId: 'attempt', isAwaited }, intent, reader);

describe('a card at a reader', () => {
  const verified = (card: Present) => reportAttempt('attempt', anIntent(card)).verification;
  const receipt = (cardholder_verification_method: string) =>
    ({ cardholder_verification_method }) as Present['receipt'] & object;

  it('is verified by its chip, with or without a PIN', () => {
    expect(verified({ read_method: 'contact_emv', receipt: receipt('online_pin') })).toEqual({
      passed: true,
      evidence: 'card_present:read=contact_emv,cvm=online_pin',
    });
    expect(verified({ read_method: 'contactless_emv', receipt: null })).toMatchObject({ passed: true });
  });

  it('is not verified by its magnetic stripe, nor by a wrong PIN', () => {
    expect(verified({ read_method: 'magnetic_stripe_fallback', receipt: null })).toMatchObject({
      passed: false,
    });
    expect(verified({ read_method: 'contact_emv', receipt: receipt('failure') })).toMatchObject({
      passed: false,
    });
  });

  it('has begun with the reader, however late that is learned', () => {
    expect(reportAttempt('attempt', anIntent({ read_method: 'contact_emv' })).initiation).toBe(
      'reader:action_started',
    );
  });
});

describe('a payment that no card has been taken for', () => {
  it('waits as long as the reader shows it', () => {
    expect(report(shows('pi_1', 'in_progress'), false)).toMatchObject({
      state: 'REQUIRES_ACTION',
      failure: null,
      initiation: 'reader:action_started',
    });
  });

  it('has failed with what happened at the reader, or with what the bank has said', () => {
    const walkedAway = shows('pi_1', 'failed', { failure_code: 'customer_canceled' });
    expect(report(walkedAway)).toMatchObject({ state: 'DECLINED', failure: { code: 'customer_canceled' } });
    const error = { code: 'card_declined', decline_code: 'insufficient_funds', charge: 'ch_1' };
    const declined = shows('pi_1', 'failed', { api_error: error, failure_code: 'card_declined' });
    const intent = anIntent(null, { last_payment_error: error });
    expect(report(declined, true, intent)).toMatchObject({
      state: 'DECLINED',
      failure: { code: 'insufficient_funds', ref: 'ch_1' },
    });
  });

  it.each([
    ['another payment', shows('pi_2', 'in_progress')],
    ['nothing', aReader(null)],
    ['nothing any more, as it is gone', null],
  ])('was taken off when the reader shows %s, and never shown when nobody waits', (_what, reader) => {
    expect(report(reader)).toMatchObject({ state: 'DECLINED', failure: { code: 'reader_canceled' } });
    expect(report(reader, false)).toMatchObject({ state: 'CREATED', failure: null, initiation: null });
  });
});
