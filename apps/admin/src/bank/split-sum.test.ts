import { describe, expect, it } from 'vitest';
import { splitSum } from './split-sum.ts';

const minors = (amounts: readonly string[], available = 100_00n) => {
  const { given, rest } = splitSum(amounts, available, 'de', 'EUR');
  return [given.minor, rest.minor];
};

describe('the parts of a credit', () => {
  it('are summed up to the cent, and say what is left', () => {
    expect(minors(['40,10', '59,90'])).toEqual([100_00n, 0n]);
    expect(minors(['0,10', '0,20'])).toEqual([30n, 99_70n]);
  });

  it('say so when they are more than there is', () => {
    expect(minors(['1.000,00'])).toEqual([1_000_00n, -900_00n]);
  });

  it('count nothing while they are no amounts', () => {
    expect(minors(['', 'x', '5'])).toEqual([5_00n, 95_00n]);
  });
});
