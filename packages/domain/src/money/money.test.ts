import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, exponentOf, isCurrency } from './currency.ts';
import {
  add,
  compare,
  equals,
  isNegative,
  isPositive,
  isZero,
  type Money,
  min,
  money,
  negate,
  subtract,
  sum,
  toDecimal,
  zero,
} from './money.ts';

const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const eur = (amount: bigint): Money<'EUR'> => money(amount, 'EUR');

describe('money', () => {
  it('adds, subtracts, negates and sums minor units', () => {
    expect(add(eur(10n), eur(5n))).toEqual(eur(15n));
    expect(subtract(eur(10n), eur(15n))).toEqual(eur(-5n));
    expect(negate(eur(10n))).toEqual(eur(-10n));
    expect(sum('EUR', [eur(1n), eur(2n), eur(3n)])).toEqual(eur(6n));
    expect(sum('EUR', [])).toEqual(zero('EUR'));
  });

  it('gives back the first amount after adding and subtracting the second', () => {
    fc.assert(
      fc.property(minor, minor, (a, b) => {
        expect(subtract(add(eur(a), eur(b)), eur(b))).toEqual(eur(a));
      }),
    );
  });

  it('refuses to combine currencies that only the data know', () => {
    const fromDatabase: Money[] = [money(1n, 'EUR'), money(1n, 'USD')];
    const [euros = zero('EUR'), dollars = zero('EUR')] = fromDatabase;
    expect(() => add(euros, dollars)).toThrow(RangeError);
    expect(() => subtract(euros, dollars)).toThrow(RangeError);
    expect(() => compare(euros, dollars)).toThrow(RangeError);
    expect(equals(euros, dollars)).toBe(false);
  });

  it('compares and tells signs', () => {
    expect([compare(eur(1n), eur(2n)), compare(eur(2n), eur(2n)), compare(eur(3n), eur(2n))]).toEqual([
      -1, 0, 1,
    ]);
    expect(min(eur(2n), eur(1n))).toEqual(eur(1n));
    expect([isZero(eur(0n)), isPositive(eur(1n)), isNegative(eur(-1n))]).toEqual([true, true, true]);
    expect([isPositive(eur(0n)), isNegative(eur(0n))]).toEqual([false, false]);
  });

  it.each([
    [11900n, 'EUR', '119.00'],
    [-5n, 'EUR', '-0.05'],
    [0n, 'EUR', '0.00'],
    [500n, 'JPY', '500'],
    [1n, 'TND', '0.001'],
    [10n ** 15n, 'EUR', '10000000000000.00'],
  ] as const)('writes %s minor units of %s as %s', (amount, currency, text) => {
    expect(toDecimal(money(amount, currency))).toBe(text);
  });
});

describe('currency', () => {
  it('knows the decimals of each currency', () => {
    expect([exponentOf('EUR'), exponentOf('JPY'), exponentOf('KWD')]).toEqual([2, 0, 3]);
  });

  it.each(['eur', 'EUR ', 'XXX', 'toString', '__proto__', ''])('does not take %j for a currency', (text) => {
    expect(isCurrency(text)).toBe(false);
  });

  it('lists every code once, in order', () => {
    expect([...CURRENCIES].sort()).toEqual([...new Set(CURRENCIES)]);
    expect(CURRENCIES.every(isCurrency)).toBe(true);
  });
});
