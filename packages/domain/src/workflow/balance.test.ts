import { describe, expect, it } from 'vitest';
import {
  anAdjustment,
  anAllocation,
  aPayment,
  aPaymentCase,
  eur,
  fullyPaid,
} from '../../test/a-payment-case.ts';
import {
  allocatable,
  amountAvailable,
  amountCollectable,
  amountOpen,
  amountReceived,
  coverage,
  isFullyCovered,
} from './balance.ts';

const allocation = (minor: number) => anAllocation(eur(minor), { id: `a${minor}` });
const writeOff = (minor: number) => anAdjustment('WRITE_OFF', eur(minor));

describe('the amount open', () => {
  it('is what is due less allocations and adjustments', () => {
    const state = aPaymentCase({
      allocations: [allocation(9_000), allocation(1_000)],
      adjustments: [writeOff(900)],
    });
    expect(amountOpen(state)).toEqual(eur(1_000));
    expect(isFullyCovered(state)).toBe(false);
    expect(isFullyCovered({ ...state, adjustments: [writeOff(1_900)] })).toBe(true);
  });

  it('does not change when money arrives, only when it is allocated', () => {
    expect(amountOpen(aPaymentCase({ payments: [aPayment()] }))).toEqual(eur(11_900));
    expect(amountOpen(aPaymentCase(fullyPaid()))).toEqual(eur(0));
  });
});

describe('what a new attempt may ask for', () => {
  it('is the amount open less the money that waits for its allocation', () => {
    expect(amountCollectable(aPaymentCase({ payments: [aPayment({ amount: eur(9_000) })] }))).toEqual(
      eur(2_900),
    );
  });

  it('is never negative', () => {
    expect(amountCollectable(aPaymentCase({ payments: [aPayment({ amount: eur(20_000) })] }))).toEqual(
      eur(0),
    );
  });
});

describe('a payment', () => {
  it('is available as far as it is neither refunded nor allocated', () => {
    expect(amountAvailable(aPayment({ refunded: eur(1_000), allocated: eur(10_000) }))).toEqual(eur(900));
  });

  it('goes to the case only up to what is open', () => {
    expect(allocatable(aPaymentCase(), aPayment({ amount: eur(20_000) }))).toEqual(eur(11_900));
    expect(allocatable(aPaymentCase(), aPayment({ amount: eur(500) }))).toEqual(eur(500));
  });
});

describe('the coverage', () => {
  it.each([
    ['NONE', []],
    ['NONE', [aPayment({ refunded: eur(11_900) })]],
    ['PARTIAL', [aPayment({ amount: eur(11_899) })]],
    ['FULL', [aPayment()]],
    ['FULL', [aPayment({ amount: eur(9_000) }), aPayment({ id: 'b', amount: eur(2_900) })]],
    ['OVER', [aPayment({ amount: eur(11_901) })]],
  ] as const)('is %s', (expected, payments) => {
    expect(coverage(aPaymentCase({ payments }))).toBe(expected);
  });

  it('counts adjustments, and money whether allocated or not', () => {
    expect(
      coverage(aPaymentCase({ payments: [aPayment({ amount: eur(11_000) })], adjustments: [writeOff(900)] })),
    ).toBe('FULL');
    expect(amountReceived(aPaymentCase(fullyPaid()))).toEqual(eur(11_900));
  });
});
