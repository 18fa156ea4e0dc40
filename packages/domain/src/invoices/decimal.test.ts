import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDecimal,
  isZeroDecimal,
  multiplyRounded,
  negateDecimal,
  percentOf,
  trimDecimal,
} from './decimal.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), fc.nat({ max: 8 }))
  .map(([units, scale]) => ({ units, scale, text: textOf(units, scale) }));

describe('multiplyRounded', () => {
  it.each([
    ['1', '1.505', 151n],
    ['1', '-1.505', -151n],
    ['-1', '1.505', -151n],
    ['1', '1.504999', 150n],
    ['3', '0.335', 101n],
    ['0.1', '0.2', 2n],
    ['2.5', '0.01', 3n],
    ['1.005', '1', 101n],
    ['1234567890', '0.00000001', 1235n],
  ])('rounds %s × %s half away from zero to %s cents', (a, b, cents) => {
    expect(multiplyRounded(a, b, 2)).toBe(cents);
  });

  it('fills up places the product does not have', () => {
    expect(multiplyRounded('2', '3', 2)).toBe(600n);
    expect(multiplyRounded('2', '3.4', 0)).toBe(7n);
  });

  it('is at most half a place from the exact product, and exactly symmetric', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.constantFrom(0, 2, 3), (a, b, decimals) => {
        const rounded = multiplyRounded(a.text, b.text, decimals);
        const places = BigInt(a.scale + b.scale);
        const off = rounded * 10n ** places - a.units * b.units * 10n ** BigInt(decimals);
        expect((off < 0n ? -off : off) * 2n <= 10n ** places).toBe(true);
        expect(multiplyRounded(negateDecimal(a.text), b.text, decimals)).toBe(-rounded);
      }),
    );
  });

  it('throws for text that is no plain decimal', () => {
    for (const text of ['', '1,5', '1e3', '.5', '01', 'NaN', '1.123456789', '9'.repeat(13)])
      expect(() => multiplyRounded(text, '1', 2)).toThrow(RangeError);
  });
});

describe('percentOf', () => {
  it.each([
    [10000n, '19', 1900n],
    [50n, '7', 4n],
    [-50n, '7', -4n],
    [10n, '5.5', 1n],
    [9n, '5.5', 0n],
  ])('takes from %s minor units %s per cent: %s', (minor, percent, expected) => {
    expect(percentOf(minor, percent)).toBe(expected);
  });
});

describe('decimals as text', () => {
  it('knows which texts are decimals', () => {
    expect(['0', '-0.5', '12.34567891'].every(isDecimal)).toBe(true);
    expect(['', '-', '1.', '1 ', '１'].some(isDecimal)).toBe(false);
  });

  it('negates without inventing a negative zero', () => {
    expect([negateDecimal('2.50'), negateDecimal('-2.50'), negateDecimal('0.00')]).toEqual([
      '-2.50',
      '2.50',
      '0.00',
    ]);
    expect([isZeroDecimal('-0.00'), isZeroDecimal('0.01')]).toEqual([true, false]);
  });

  it('drops zeros that say nothing', () => {
    expect(['2.500', '3.00', '10', '0.50', '100.0'].map(trimDecimal)).toEqual([
      '2.5',
      '3',
      '10',
      '0.5',
      '100',
    ]);
  });
});

function textOf(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return (units < 0n ? '-' : '') + (scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`);
}
