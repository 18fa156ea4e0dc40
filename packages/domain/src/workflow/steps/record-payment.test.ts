import { describe, expect, it } from 'vitest';
import {
  anAllocation,
  anAttempt,
  anEnv,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  PARTNER,
  runsAt,
} from '../../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { isBalanced } from '../../ledger/journal.ts';
import type { AmountDecision, PaymentCase } from '../payment-case.ts';
import { previewRecording, recordPayment } from './record-payment.ts';

const at = 'RECORD_PAYMENT' as const;

const aDecision = (deviation: Partial<AmountDecision> = {}): AmountDecision => ({
  outcome: 'EXACT',
  allocate: '11900',
  writeOff: '0',
  reason: null,
  approvalId: null,
  ...deviation,
});

const decidedCase = (decision: Partial<AmountDecision> = {}, deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    runs: runsAt(at, { subject: { paymentId: 'payment', decision: aDecision(decision) } }),
    payments: [aPayment()],
    ...deviation,
  });

const record = (state: PaymentCase, actor = as(CLERK)) => recordPayment(state, anEnv({ actor }));

describe('recordPayment', () => {
  it('allocates what was confirmed, posts it and issues the receipt', () => {
    const outcome = record(decidedCase());
    expect(changesOf(outcome, 'allocate')).toMatchObject([{ paymentId: 'payment', amount: eur(11_900) }]);
    expect(changesOf(outcome, 'post').map(({ entry }) => [entry.purpose, isBalanced(entry)])).toEqual([
      ['ALLOCATION', true],
    ]);
    expect(changesOf(outcome, 'issue-receipt')).toMatchObject([
      { paymentId: 'payment', allocated: eur(11_900), openAfter: eur(0) },
    ]);
    expect(stepsOf(outcome)).toEqual(['DONE RECORD_PAYMENT 1', 'OPEN UPDATE_PAYMENT_STATUS 1']);
    expect(eventsOf(outcome)).toEqual(['payment.recorded', 'step.done', 'step.opened']);
  });

  it('names what stays open on the receipt of a part', () => {
    const payments = [aPayment({ amount: eur(9_000) })];
    const outcome = record(decidedCase({ outcome: 'PARTIAL', allocate: '9000' }, { payments }));
    expect(changesOf(outcome, 'issue-receipt')).toMatchObject([
      { allocated: eur(9_000), openAfter: eur(2_900) },
    ]);
  });

  it('leaves the surplus to the customer as credit', () => {
    const payments = [aPayment({ amount: eur(20_000) })];
    const outcome = record(decidedCase({ outcome: 'OVER' }, { payments }));
    expect(changesOf(outcome, 'allocate')).toMatchObject([{ amount: eur(11_900) }]);
  });

  it('books the write-off of the rest with its reason and approval', () => {
    const payments = [aPayment({ amount: eur(11_000) })];
    const decision = {
      outcome: 'WRITE_OFF',
      allocate: '11000',
      writeOff: '900',
      reason: 'Kulanz',
      approvalId: 'yes',
    } as const;
    const outcome = record(decidedCase(decision, { payments }));
    expect(changesOf(outcome, 'adjust')).toMatchObject([
      { kind: 'WRITE_OFF', amount: eur(900), reason: 'Kulanz', approvalId: 'yes' },
    ]);
    expect(changesOf(outcome, 'post').map(({ entry }) => entry.purpose)).toEqual([
      'ALLOCATION',
      'ADJUSTMENT',
    ]);
    expect(changesOf(outcome, 'issue-receipt')).toMatchObject([{ openAfter: eur(0) }]);
  });

  it('posts nothing twice: never more than payment and claim still have', () => {
    const spent = [aPayment({ allocated: eur(11_900) })];
    const allocations = [anAllocation(eur(11_900), { id: 'before', paymentId: 'payment' })];
    const outcome = record(decidedCase({}, { payments: spent, allocations }));
    expect(changesOf(outcome, 'allocate')).toEqual([]);
    expect(changesOf(outcome, 'post')).toEqual([]);
    expect(stepsOf(outcome)).toEqual(['DONE RECORD_PAYMENT 1', 'OPEN UPDATE_PAYMENT_STATUS 1']);
  });

  it('previews the same figures', () => {
    const payments = [aPayment({ amount: eur(9_000) })];
    expect(previewRecording(decidedCase({ outcome: 'PARTIAL', allocate: '9000' }, { payments }))).toEqual({
      allocate: eur(9_000),
      writeOff: eur(0),
      openAfter: eur(2_900),
    });
  });

  it('ends what could still be paid once nothing is open any more, and not before', () => {
    const attempts = [anAttempt({ state: 'REQUIRES_ACTION' })];
    expect(changesOf(record(decidedCase({}, { attempts })), 'update-attempt')).toMatchObject([
      { id: 'attempt', patch: { state: 'CANCELED' } },
    ]);
    expect(changesOf(record(decidedCase({}, { attempts })), 'request-job')).toMatchObject([
      { job: 'cancel-attempt' },
    ]);
    const part = { payments: [aPayment({ amount: eur(9_000) })], attempts };
    expect(changesOf(record(decidedCase({ allocate: '9000' }, part)), 'update-attempt')).toEqual([]);
  });

  it('leaves alone what lies with the provider', () => {
    const attempts = [anAttempt({ state: 'PROCESSING' })];
    expect(changesOf(record(decidedCase({}, { attempts })), 'update-attempt')).toEqual([]);
  });

  it('is refused before step 6 has decided, at another step, and to keys', () => {
    expect(refusalOf(record(aPaymentCase({ at })))).toBe('NOTHING_DECIDED');
    expect(refusalOf(record(aPaymentCase()))).toBe('STEP_NOT_OPEN');
    expect(refusalOf(record(decidedCase(), PARTNER))).toBe('ROLE_NOT_ALLOWED');
  });
});
