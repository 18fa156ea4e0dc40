import { describe, expect, test } from 'vitest';
import { parseAmount, toPlainDecimal } from './parse-amount.ts';

describe('an amount typed in German', () => {
  test.each([
    ['1.234,56', '1234.56'],
    ['1234,56', '1234.56'],
    ['1.234', '1234.00'],
    ['1.234.567', '1234567.00'],
    ['12,5', '12.50'],
    ['12.50', '12.50'],
    [' 119,00 € ', '119.00'],
    ['119 EUR', '119.00'],
    ['0,05', '0.05'],
    [',5', '0.50'],
    ['007', '7.00'],
    ['-3,20', '-3.20'],
    ['−3,20', '-3.20'],
  ])('%s is %s', (typed, decimal) => {
    expect(parseAmount(typed, 'de', 'EUR')).toEqual({ ok: true, decimal });
  });

  test.each(['', '€', 'zwölf', '1,2,3', '1.23.456', '12,34.56', '1e3', '--5'])('%j is refused', (typed) => {
    expect(parseAmount(typed, 'de', 'EUR')).toEqual({ ok: false, code: 'MALFORMED' });
  });

  test('more decimals than the currency has are refused, not rounded', () => {
    expect(parseAmount('1,005', 'de', 'EUR')).toEqual({ ok: false, code: 'TOO_MANY_DECIMALS' });
    expect(parseAmount('1,5', 'de', 'JPY')).toEqual({ ok: false, code: 'TOO_MANY_DECIMALS' });
  });
});

describe('an amount typed in English', () => {
  test.each([
    ['1,234.56', '1234.56'],
    ['1,234', '1234.00'],
    ['12,50', '12.50'],
    ['£12.5', '12.50'],
  ])('%s is %s', (typed, decimal) => {
    expect(parseAmount(typed, 'en', 'EUR')).toEqual({ ok: true, decimal });
  });
});

test('a quantity keeps the decimals that were typed', () => {
  expect(toPlainDecimal('1,125', 'de')).toBe('1.125');
  expect(toPlainDecimal('3', 'de')).toBe('3');
  expect(toPlainDecimal('drei', 'de')).toBeNull();
});
