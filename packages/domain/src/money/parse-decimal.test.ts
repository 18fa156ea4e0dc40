import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES } from './currency.ts';
import { money, toDecimal } from './money.ts';
import { MAX_MINOR, parseDecimal } from './parse-decimal.ts';

describe('parseDecimal', () => {
  it.each([
    ['119.00', 11900n],
    ['119', 11900n],
    ['119.5', 11950n],
    ['-0.05', -5n],
    ['-0', 0n],
    ['10000000000000.00', MAX_MINOR],
  ])('reads %s euros', (text, minor) => {
    expect(parseDecimal(text, 'EUR')).toEqual({ ok: true, value: money(minor, 'EUR') });
  });

  it.each([
    ['', 'MALFORMED'],
    [' 1', 'MALFORMED'],
    ['1 ', 'MALFORMED'],
    ['1\n', 'MALFORMED'],
    ['+1', 'MALFORMED'],
    ['1e3', 'MALFORMED'],
    ['1,00', 'MALFORMED'],
    ['1.', 'MALFORMED'],
    ['.5', 'MALFORMED'],
    ['007', 'MALFORMED'],
    ['NaN', 'MALFORMED'],
    ['Infinity', 'MALFORMED'],
    ['0x10', 'MALFORMED'],
    ['１００', 'MALFORMED'],
    ['--1', 'MALFORMED'],
    ['x'.repeat(100_000), 'MALFORMED'],
    ['1.001', 'TOO_MANY_DECIMALS'],
    ['1.000', 'TOO_MANY_DECIMALS'],
    ['10000000000000.01', 'OUT_OF_RANGE'],
    ['9'.repeat(1000), 'OUT_OF_RANGE'],
  ])('refuses %j', (text, code) => {
    expect(parseDecimal(text, 'EUR')).toEqual({ ok: false, code });
  });

  it('takes no decimals for a currency without any', () => {
    expect(parseDecimal('500', 'JPY')).toEqual({ ok: true, value: money(500n, 'JPY') });
    expect(parseDecimal('500.0', 'JPY')).toEqual({ ok: false, code: 'TOO_MANY_DECIMALS' });
  });

  it('reads back every amount that toDecimal writes', () => {
    const amounts = fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const value = money(minor, currency);
        expect(parseDecimal(toDecimal(value), currency)).toEqual({ ok: true, value });
      }),
    );
  });
});
