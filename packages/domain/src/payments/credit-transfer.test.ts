import { describe, expect, it } from 'vitest';
import { anAttempt, anEnv, aPaymentCase, CUSTOMER, eur } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf } from '../../test/outcome.ts';
import { aReport } from '../../test/reports.ts';
import { run, worldOf } from '../../test/simulate.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { cancelPaymentCase } from '../workflow/cancel-payment-case.ts';
import { deriveStatus } from '../workflow/money-track.ts';
import type { Attempt, PaymentCase } from '../workflow/payment-case.ts';
import { applyAttempt } from './apply-attempt.ts';
import { BY_TRANSFER, startPayment } from './start-payment.ts';

const INSTRUCTIONS = { holder: 'Anbieter', iban: 'DE00', bic: null, reference: 'ABCD' };

const awaited = (deviation: Partial<Attempt> = {}, rest: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    at: 'CONFIRM_AMOUNT',
    transfersTo: 'PROVIDER',
    attempts: [
      anAttempt({
        ...{
          via: 'TRANSFER',
          methodType: 'BANK_TRANSFER',
          state: 'REQUIRES_ACTION',
          providerRef: 'pi_attempt',
        },
        transfer: INSTRUCTIONS,
        ...deviation,
      }),
    ],
    ...rest,
  });

const told = (funded: number, attempt = anAttempt()) =>
  aReport(attempt, 'REQUIRES_ACTION', {
    initiation: funded > 0 ? 'transfer:credit' : null,
    transfer: { instructions: INSTRUCTIONS, funded: eur(funded) },
  });

const hear = (state: PaymentCase, funded: number) =>
  applyAttempt(state, told(funded), anEnv({ actor: SYSTEM }));

describe('a transfer over the provider (rule 25)', () => {
  it('is told where to go as soon as the provider has said so, and once', () => {
    const fresh = awaited({ state: 'CREATED', transfer: null, providerRef: null });
    expect(changesOf(hear(fresh, 0), 'update-attempt')).toMatchObject([
      { patch: { state: 'REQUIRES_ACTION', transfer: INSTRUCTIONS } },
    ]);
    const { state } = run(worldOf(fresh), SYSTEM, 'applyAttempt', told(0));
    expect(hear(state, 0)).toEqual({ ok: true, changes: [], events: [] });
    expect(deriveStatus(state)).toBe('REQUESTED');
  });

  it('that brings a part books nothing, and tells the customer what is missing', () => {
    const outcome = hear(awaited(), 5_000);
    expect(changesOf(outcome, 'book-payment')).toEqual([]);
    expect(changesOf(outcome, 'record-transfer-credit')).toEqual([
      {
        ...{ type: 'record-transfer-credit', id: 'id-1', attemptId: 'attempt' },
        ...{ amount: eur(5_000), missing: eur(6_900) },
      },
    ]);
    expect(changesOf(outcome, 'queue-message')).toMatchObject([
      { template: 'partial-received', subjectId: 'id-1', to: 'CUSTOMER' },
    ]);
    expect(eventsOf(outcome)).toContain('attempt.partly_funded');
  });

  it('tells each part once, however often it is reported and in whatever order', () => {
    let world = run(worldOf(awaited()), SYSTEM, 'applyAttempt', told(5_000));
    expect(deriveStatus(world.state)).toBe('INITIATED');
    expect(hear(world.state, 5_000)).toEqual({ ok: true, changes: [], events: [] });
    expect(changesOf(hear(world.state, 3_000), 'record-transfer-credit')).toEqual([]);
    world = run(world, SYSTEM, 'applyAttempt', told(8_000));
    expect(world.state.attempts[0]?.funded).toEqual(eur(8_000));
    expect(changesOf(hear(world.state, 9_000), 'record-transfer-credit')).toMatchObject([
      { amount: eur(1_000), missing: eur(2_900) },
    ]);
  });

  it('becomes one payment over the whole amount when the rest has come', () => {
    const { state } = run(worldOf(awaited()), SYSTEM, 'applyAttempt', told(5_000));
    const paid = applyAttempt(
      state,
      aReport(anAttempt(), 'SUCCEEDED', { verification: { passed: true, evidence: 'transfer:payer=named' } }),
      anEnv({ actor: SYSTEM }),
    );
    expect(changesOf(paid, 'book-payment')).toMatchObject([{ payment: { amount: eur(11_900) } }]);
    expect(changesOf(paid, 'record-transfer-credit')).toEqual([]);
  });

  it('is not paid in another way while a part is there, but can still be called off with its case', () => {
    const { state } = run(worldOf(awaited()), SYSTEM, 'applyAttempt', told(5_000));
    const start = (input: Parameters<typeof startPayment>[1]) =>
      startPayment(state, input, anEnv({ actor: CUSTOMER }));
    expect(refusalOf(start({ methodType: 'CARD' }))).toBe('TRANSFER_INCOMPLETE');
    expect(refusalOf(start(BY_TRANSFER))).toBe('TRANSFER_INCOMPLETE');
    const canceled = decisionOf(cancelPaymentCase(state, { reason: 'Storniert' }, anEnv()));
    expect(canceled.changes).toContainEqual({
      ...{ type: 'request-job', job: 'cancel-attempt', attemptId: 'attempt' },
    });
  });

  it('is started only on a case whose customer transfers to the provider, and is one however often', () => {
    const start = (state: PaymentCase) => startPayment(state, BY_TRANSFER, anEnv({ actor: CUSTOMER }));
    expect(refusalOf(start(aPaymentCase()))).toBe('METHOD_NOT_ALLOWED');
    expect(changesOf(start(aPaymentCase({ transfersTo: 'PROVIDER' })), 'add-attempt')).toMatchObject([
      { via: 'TRANSFER', methodType: 'BANK_TRANSFER', amount: eur(11_900) },
    ]);
    expect(decisionOf(start(awaited())).changes).toEqual([]);
  });
});
