import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aDefinition,
  anAttempt,
  anEnv,
  anOrganization,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  eur,
  fullyPaid,
  PARTNER,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf } from '../../test/outcome.ts';
import { SYSTEM } from '../workflow/actor.ts';
import type { Attempt, AttemptState, MethodType, PaymentCase } from '../workflow/payment-case.ts';
import { startPayment } from './start-payment.ts';

const start = (deviation: Partial<PaymentCase> = {}, methodType: MethodType = 'CARD') =>
  startPayment(aPaymentCase(deviation), { methodType }, anEnv({ actor: CUSTOMER }));
const after = (deviation: Partial<Attempt>, methodType: MethodType = 'CARD') =>
  start({ attempts: [anAttempt(deviation)] }, methodType);

describe('startPayment (rule 13)', () => {
  it('starts an attempt over what is open', () => {
    expect(changesOf(start(), 'add-attempt')).toMatchObject([{ amount: eur(11_900), methodType: 'CARD' }]);
    expect(eventsOf(start())).toEqual(['attempt.started']);
  });

  it('asks for no more than the rest, money that waits for its allocation included', () => {
    expect(changesOf(start({ payments: [aPayment({ amount: eur(9_000) })] }), 'add-attempt')).toMatchObject([
      { amount: eur(2_900) },
    ]);
  });

  it.each(['CREATED', 'REQUIRES_ACTION', 'DECLINED'] as const)(
    'goes on with an attempt that is %s, so that reload and double click never pay twice',
    (state) => {
      expect(decisionOf(after({ state })).changes).toEqual([]);
    },
  );

  it.each<[string, Partial<Attempt>, MethodType]>([
    ['for another method', { methodType: 'SEPA_DEBIT' }, 'CARD'],
    ['over another amount', { amount: eur(500) }, 'CARD'],
    ['that is collected without a hosted page', { providerRef: 'pi_1', sessionRef: null }, 'CARD'],
    ['that was declined, for another method', { state: 'DECLINED', methodType: 'SEPA_DEBIT' }, 'CARD'],
  ])('cancels an attempt %s before it starts the new one', (_what, deviation, methodType) => {
    expect(decisionOf(after(deviation, methodType)).changes.map(({ type }) => type)).toEqual([
      'update-attempt',
      'request-job',
      'add-attempt',
    ]);
  });

  it('inside an app goes on with the attempt of the app, but with none of a hosted page', () => {
    const inApp = (deviation: Partial<Attempt>) =>
      startPayment(
        aPaymentCase({ channel: 'MOBILE_APP', attempts: [anAttempt(deviation)] }),
        { methodType: 'CARD', via: 'APP' },
        anEnv({ actor: CUSTOMER }),
      );
    expect(decisionOf(inApp({ via: 'APP', providerRef: 'pi_1' })).changes).toEqual([]);
    expect(changesOf(inApp({ sessionRef: 'cs_1' }), 'add-attempt')).toMatchObject([{ via: 'APP' }]);
    expect(changesOf(inApp({ sessionRef: 'cs_1' }), 'request-job')).toHaveLength(1);
  });

  it('inside an app is refused for a case of another channel', () => {
    const outcome = startPayment(aPaymentCase(), { methodType: 'CARD', via: 'APP' }, anEnv());
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'CHANNEL_DIFFERS' } });
  });

  const atReader = (deviation: Partial<PaymentCase>, readerId = 'counter', actor = as(CLERK)) =>
    startPayment(
      aPaymentCase({ channel: 'IN_PERSON', ...deviation }),
      { methodType: 'CARD', via: 'READER', readerId },
      anEnv({ actor }),
    );

  it('at a reader goes on with the attempt of that reader, and with no other one', () => {
    const waiting = anAttempt({ via: 'READER', readerId: 'counter', providerRef: 'pi_1' });
    expect(decisionOf(atReader({ attempts: [waiting] })).changes).toEqual([]);
    expect(decisionOf(atReader({ attempts: [{ ...waiting, state: 'DECLINED' }] })).changes).toEqual([]);
    const elsewhere = atReader({ attempts: [waiting] }, 'fair');
    expect(changesOf(elsewhere, 'add-attempt')).toMatchObject([{ via: 'READER', readerId: 'fair' }]);
    expect(changesOf(elsewhere, 'request-job')).toMatchObject([{ attemptId: 'attempt' }]);
    const onPage = atReader({ attempts: [anAttempt({ sessionRef: 'cs_1' })] });
    expect(changesOf(onPage, 'update-attempt')).toMatchObject([{ patch: { state: 'CANCELED' } }]);
  });

  it('at a reader is refused on another channel, without a reader, and to whoever does not stand there', () => {
    expect(refusalOf(atReader({ channel: 'ONLINE' }))).toBe('CHANNEL_DIFFERS');
    expect(refusalOf(atReader({ organization: anOrganization({ hasReader: false }) }))).toBe('NO_READER');
    for (const actor of [CUSTOMER, as(ADVISER), SYSTEM])
      expect(refusalOf(atReader({}, 'counter', actor))).toBe('ROLE_NOT_ALLOWED');
    expect(decisionOf(atReader({}, 'counter', PARTNER)).changes).toHaveLength(1);
    for (const state of ['PROCESSING', 'UNKNOWN', 'AUTHORIZED', 'SUCCEEDED'] as const) {
      const attempts = [anAttempt({ via: 'READER', readerId: 'counter', state })];
      expect(refusalOf(atReader({ attempts }))).toBe('ATTEMPT_IN_FLIGHT');
    }
  });

  it('leaves a canceled attempt alone', () => {
    expect(decisionOf(after({ state: 'CANCELED' })).changes.map(({ type }) => type)).toEqual(['add-attempt']);
  });

  it.each<AttemptState>(['PROCESSING', 'UNKNOWN', 'AUTHORIZED', 'SUCCEEDED'])(
    'is refused beside an attempt that is %s and whose money may still come',
    (state) => {
      expect(after({ state })).toEqual({
        ok: false,
        refusal: { code: 'ATTEMPT_IN_FLIGHT', unblockedBy: 'PROVIDER' },
      });
    },
  );

  it('is free again once the money of a part has been booked', () => {
    const attempts = [anAttempt({ state: 'SUCCEEDED', amount: eur(9_000) })];
    const payments = [aPayment({ attemptId: 'attempt', amount: eur(9_000) })];
    expect(changesOf(start({ attempts, payments }), 'add-attempt')).toMatchObject([{ amount: eur(2_900) }]);
  });

  it('is refused when nothing is open, the method is not offered, or the case is over', () => {
    expect(refusalOf(start(fullyPaid()))).toBe('NOTHING_OPEN');
    expect(refusalOf(start({ payments: [aPayment()] }))).toBe('NOTHING_OPEN');
    expect(
      refusalOf(start({ definition: aDefinition({}, { allowedMethodTypes: ['CARD'] }) }, 'SEPA_DEBIT')),
    ).toBe('METHOD_NOT_ALLOWED');
    for (const state of ['CLOSED', 'CANCELED'] as const)
      expect(refusalOf(start({ state }))).toBe('CASE_NOT_OPEN');
  });
});
