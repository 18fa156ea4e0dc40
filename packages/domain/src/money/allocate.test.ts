import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';
import { money, sum } from './money.ts';

const minors = (amount: bigint, ratios: bigint[]) =>
  allocate(money(amount, 'EUR'), ratios).map((part) => part.minor);

describe('allocate', () => {
  it('hands out what division leaves over, first come first served', () => {
    expect(minors(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(minors(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
    expect(minors(5n, [70n, 30n])).toEqual([4n, 1n]);
  });

  it('gives nothing to a ratio of zero', () => {
    expect(minors(101n, [0n, 1n, 0n, 1n])).toEqual([0n, 51n, 0n, 50n]);
  });

  it('refuses ratios that cannot be shared by', () => {
    expect(() => minors(1n, [])).toThrow(RangeError);
    expect(() => minors(1n, [0n])).toThrow(RangeError);
    expect(() => minors(1n, [2n, -1n])).toThrow(RangeError);
  });

  it('always adds up and never strays a minor unit from the exact share', () => {
    const ratios = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((ratio) => ratio > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), ratios, (minor, list) => {
        const parts = allocate(money(minor, 'EUR'), list);
        const whole = list.reduce((total, ratio) => total + ratio, 0n);
        expect(sum('EUR', parts).minor).toBe(minor);
        parts.forEach((part, index) => {
          const off = part.minor * whole - minor * (list[index] ?? 0n);
          expect(off <= whole && off >= -whole).toBe(true);
        });
      }),
    );
  });
});
