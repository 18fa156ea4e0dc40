import { describe, expect, it } from 'vitest';
import { feeFor } from './fees.ts';

describe('the fee of a payment', () => {
  it.each([
    [11_900, 204],
    [10_000, 175],
    [1_000, 40],
    [50, 26],
    [33, 25],
    [34, 26],
    [99_999_999, 1_500_025],
  ])('of %i cents by card is %i: 1.5 %% + 0.25, rounded half up', (amount, fee) => {
    expect(feeFor('card', amount)).toBe(fee);
  });

  it('is fixed for a SEPA debit', () => {
    expect([feeFor('sepa_debit', 50), feeFor('sepa_debit', 500_000)]).toEqual([35, 35]);
  });

  it.each([
    [11_900, 60],
    [99_900, 500],
    [100_000, 500],
    [5_000_000, 500],
  ])('of %i cents by transfer is %i: 0.5 %%, 5.00 at most', (amount, fee) => {
    expect(feeFor('customer_balance', amount)).toBe(fee);
  });
});
