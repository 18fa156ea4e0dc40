import { describe, expect, it } from 'vitest';
import {
  aDispute,
  anApproval,
  anAttempt,
  aPayment,
  aPaymentCase,
  aReceipt,
  CLERK,
  eur,
  fullyPaid,
  NOW,
} from '../../test/a-payment-case.ts';
import { moneyPosition } from './money-position.ts';

const of = (deviation: Parameters<typeof aPaymentCase>[0]) => moneyPosition(aPaymentCase(deviation));
const processing = [anAttempt({ state: 'PROCESSING', methodType: 'SEPA_DEBIT' })];
const byCard = aPayment({ source: 'PROVIDER', attemptId: 'attempt' });

describe('where the money of a case is, and whose turn it is', () => {
  it.each<[string, Parameters<typeof aPaymentCase>[0], string, string]>([
    ['before anything is paid', { at: 'CONFIRM_AMOUNT' }, 'WITH_CUSTOMER', 'CUSTOMER'],
    ['while a debit is under way', { at: 'CONFIRM_AMOUNT', attempts: processing }, 'IN_TRANSIT', 'PROVIDER'],
    ['paid by card', { at: 'CLOSE_PAYMENT_TASK', ...fullyPaid(byCard) }, 'AT_PROVIDER', 'TEAM_LEAD'],
    ['paid to the bank', { at: 'CLOSE_PAYMENT_TASK', ...fullyPaid() }, 'AT_BANK', 'TEAM_LEAD'],
    [
      'with a receipt to be confirmed',
      { at: 'CONFIRM_AMOUNT', payments: [aReceipt(CLERK)] },
      'AT_BANK',
      'DESK',
    ],
    ['canceled', { state: 'CANCELED', runs: [] }, 'NOWHERE', 'NOBODY'],
    ['closed', { state: 'CLOSED', runs: [], ...fullyPaid() }, 'AT_BANK', 'NOBODY'],
    [
      'returned',
      {
        at: 'CONFIRM_AMOUNT',
        payments: [aPayment({ returned: eur(11_900) })],
        disputes: [aDispute({ kind: 'DEBIT_RETURN', state: 'LOST', decidedAt: NOW })],
      },
      'RETURNED',
      'CUSTOMER',
    ],
    [
      'with a dispute that somebody has to answer',
      { at: 'CONFIRM_AMOUNT', ...fullyPaid(), disputes: [aDispute()] },
      'IN_DISPUTE',
      'DESK',
    ],
    [
      'with a dispute that the bank decides',
      { at: 'CONFIRM_AMOUNT', ...fullyPaid(), disputes: [aDispute({ needsResponse: false })] },
      'IN_DISPUTE',
      'PROVIDER',
    ],
  ])('%s', (_when, deviation, place, turn) => {
    expect(of(deviation)).toMatchObject({ place, turn });
  });

  it('is the turn of the team lead while an approval is asked for', () => {
    const approvals = [anApproval()];
    expect(of({ at: 'CONFIRM_AMOUNT', payments: [aPayment({ amount: eur(1) })], approvals }).turn).toBe(
      'TEAM_LEAD',
    );
  });

  it('is nobody’s while a stored method will be charged by itself, and then the day of its money is expected', () => {
    const at = new Date('2026-11-25T10:00:00Z');
    const charge = { methodId: 'method', tryNumber: 2, at };
    const planned = (methodType: 'CARD' | 'SEPA_DEBIT') =>
      of({
        at: 'CONFIRM_AMOUNT',
        attempts: [anAttempt({ via: 'STORED_METHOD', methodType, charge })],
      });
    expect(planned('CARD')).toMatchObject({ turn: 'NOBODY', expectedOn: '2026-11-25' });
    expect(planned('SEPA_DEBIT')).toMatchObject({ turn: 'NOBODY', expectedOn: '2026-12-03' });
  });

  it('has been so since the step was opened', () => {
    expect(of({ at: 'CONFIRM_AMOUNT' }).since).toEqual(NOW);
  });
});

describe('when the money is expected', () => {
  it('is the due date, some days for a debit under way, and never once it is there', () => {
    expect(of({ at: 'CONFIRM_AMOUNT' }).expectedOn).toBe('2026-12-07');
    expect(of({ at: 'CONFIRM_AMOUNT', attempts: processing }).expectedOn).toBe('2026-12-01');
    expect(of({ at: 'CLOSE_PAYMENT_TASK', ...fullyPaid() }).expectedOn).toBeNull();
    expect(of({ state: 'CANCELED', runs: [] }).expectedOn).toBeNull();
  });
});

describe('what the claim brings', () => {
  const withFee = aPayment({ source: 'PROVIDER', attemptId: 'attempt', fee: eur(204) });

  it('is all that is due while nothing has come', () => {
    expect(of({ at: 'CONFIRM_AMOUNT' }).net).toEqual(eur(11_900));
  });

  it('is less the fee that the provider has kept', () => {
    expect(of({ at: 'CONFIRM_AMOUNT', payments: [withFee] }).net).toEqual(eur(11_696));
    expect(of({ state: 'CLOSED', runs: [], ...fullyPaid(withFee) }).net).toEqual(eur(11_696));
  });

  it('is what has come and the rest that is still expected', () => {
    const part = aPayment({ amount: eur(5_000), fee: eur(100) });
    expect(of({ at: 'CONFIRM_AMOUNT', payments: [part] }).net).toEqual(eur(11_800));
  });

  it('is only what has come once nothing more is expected, refunds taken off', () => {
    const refunded = aPayment({ refunded: eur(1_900) });
    expect(of({ state: 'CLOSED', runs: [], payments: [refunded] }).net).toEqual(eur(10_000));
    expect(of({ state: 'CANCELED', runs: [] }).net).toEqual(eur(0));
  });
});
