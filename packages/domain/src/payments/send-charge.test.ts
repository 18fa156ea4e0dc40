import { describe, expect, it } from 'vitest';
import { anAttempt, anEnv, aPayment, aPaymentCase, as, CLERK, eur } from '../../test/a-payment-case.ts';
import { decisionOf } from '../../test/outcome.ts';
import { aReport } from '../../test/reports.ts';
import { aMethod } from '../../test/stored-methods.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { evolve } from '../workflow/evolve/evolve.ts';
import { deriveFailure, deriveStatus } from '../workflow/money-track.ts';
import type { Attempt, CaseMessage, PaymentCase } from '../workflow/payment-case.ts';
import { applyAttempt } from './apply-attempt.ts';
import { sendCharge } from './send-charge.ts';
import { startPayment } from './start-payment.ts';
import { stopPlannedCharge } from './stop-planned-charge.ts';

const DAY = 86_400_000;
const env = anEnv({ actor: SYSTEM });

const aCharge = (deviation: Partial<Attempt> = {}): Attempt =>
  anAttempt({
    via: 'STORED_METHOD',
    charge: { methodId: 'method', tryNumber: 1, at: env.now },
    ...deviation,
  });

const waiting = (deviation: Partial<PaymentCase> = {}): PaymentCase =>
  aPaymentCase({ at: 'CONFIRM_AMOUNT', methods: [aMethod()], attempts: [aCharge()], ...deviation });

const send = (state: PaymentCase, isAlone = true) =>
  decisionOf(sendCharge(state, { attemptId: 'attempt', isAlone }, env)).changes;

describe('sending a charge', () => {
  it('is written down before the provider is asked, and asked about should the answer be lost', () => {
    expect(send(waiting())).toMatchObject([
      { type: 'update-attempt', patch: { state: 'PROCESSING', checkAt: expect.any(Date) } },
    ]);
  });

  it('is done once', () => {
    expect(send(waiting({ attempts: [aCharge({ state: 'PROCESSING' })] }))).toEqual([]);
    expect(send(waiting({ attempts: [anAttempt()] }))).toEqual([]);
  });

  it.each<[string, Partial<PaymentCase>]>([
    ['less is open than it was', { payments: [aPayment({ amount: eur(1_900) })] }],
    ['the method is no longer in use', { methods: [aMethod({ state: 'RETIRED', isDefault: false })] }],
    ['the card has expired', { methods: [aMethod({ expiresOn: '2026-10-31' })] }],
  ])('is not done when %s; a person is told', (_what, deviation) => {
    expect(send(waiting(deviation))).toMatchObject([
      { type: 'update-attempt', patch: { state: 'CANCELED' } },
      { type: 'create-task', reason: 'CHARGE_NOT_MADE' },
    ]);
  });

  describe('of a debit', () => {
    const announced = (state: CaseMessage['state'] | null) =>
      waiting({
        methods: [aMethod({ type: 'SEPA_DEBIT', expiresOn: null })],
        attempts: [aCharge({ methodType: 'SEPA_DEBIT' })],
        messages: state ? [{ template: 'pre-notice', subjectId: 'attempt', state }] : [],
      });

    it.each(['SENT', 'DELIVERED'] as const)('is made once its announcement is %s', (state) => {
      expect(send(announced(state))).toMatchObject([{ patch: { state: 'PROCESSING' } }]);
    });

    it.each(['QUEUED', 'SENDING'] as const)('waits while its announcement is %s', (state) => {
      expect(send(announced(state))).toEqual([]);
    });

    it.each(['BOUNCED', 'FAILED', null] as const)('is not made when its announcement is %s', (state) => {
      expect(send(announced(state))).toMatchObject([
        { type: 'update-attempt', patch: { state: 'CANCELED' } },
        { type: 'create-task', reason: 'CHARGE_NOT_MADE' },
      ]);
    });
  });

  it('is not done beside money that a canceled attempt may still bring', () => {
    expect(send(waiting(), false)).toMatchObject([{ type: 'update-attempt', patch: { state: 'CANCELED' } }]);
  });
});

describe('a charge that fails', () => {
  const fail = (code: string, deviation: Partial<Attempt> = {}): PaymentCase => {
    const attempt = aCharge({ state: 'PROCESSING', ...deviation });
    const failure = { code, message: null, ref: 'ch_1' };
    const state = waiting({ attempts: [attempt] });
    const { changes } = decisionOf(applyAttempt(state, aReport(attempt, 'DECLINED', { failure }), env));
    return evolve(state, changes, env);
  };

  it('for a reason that passes is planned once more, visibly, as an attempt of its own', () => {
    const state = fail('insufficient_funds');
    const at = new Date(env.now.getTime() + 2 * DAY);
    expect(state.attempts).toMatchObject([
      { state: 'DECLINED' },
      { state: 'CREATED', via: 'STORED_METHOD', charge: { methodId: 'method', tryNumber: 2, at } },
    ]);
    expect(deriveStatus(state)).toBe('FAILED');
    expect(deriveFailure(state)).toMatchObject({ code: 'insufficient_funds', nextTryAt: at });
  });

  it('stays failed when the next try is stopped', () => {
    const state = fail('insufficient_funds');
    const { changes } = decisionOf(stopPlannedCharge(state, {}, anEnv({ actor: as(CLERK) })));
    const stopped = evolve(state, changes, env);
    expect(deriveStatus(stopped)).toBe('FAILED');
    expect(deriveFailure(stopped)).toMatchObject({ code: 'insufficient_funds', nextTryAt: null });
  });

  it.each(['authentication_required', 'expired_card', 'stolen_card'])('for %s is not tried again', (code) => {
    const state = fail(code);
    expect(state.attempts).toHaveLength(1);
    expect(deriveFailure(state)?.nextTryAt).toBeNull();
  });

  it('of a debit announces the next', () => {
    const attempt = aCharge({ state: 'PROCESSING', methodType: 'SEPA_DEBIT' });
    const failure = { code: 'insufficient_funds', message: null, ref: 'py_1' };
    const methods = [aMethod({ type: 'SEPA_DEBIT', expiresOn: null })];
    const state = waiting({ methods, attempts: [attempt] });
    const { changes } = decisionOf(applyAttempt(state, aReport(attempt, 'DECLINED', { failure }), env));
    const next = evolve(state, changes, env).attempts[1];
    expect(next?.charge?.at).toEqual(new Date(env.now.getTime() + 5 * DAY));
    expect(changes).toContainEqual({
      type: 'queue-message',
      template: 'pre-notice',
      subjectId: next?.id,
      to: 'CUSTOMER',
    });
  });

  it('for the third time is not tried again', () => {
    const third = { methodId: 'method', tryNumber: 3, at: env.now };
    expect(fail('insufficient_funds', { charge: third }).attempts).toHaveLength(1);
  });

  it('is not tried again beside another way that the customer chooses', () => {
    const state = fail('insufficient_funds');
    const { changes } = decisionOf(startPayment(state, { methodType: 'CARD' }, env));
    expect(evolve(state, changes, env).attempts.map((attempt) => attempt.state)).toEqual([
      'CANCELED',
      'CANCELED',
      'CREATED',
    ]);
  });
});
