import { describe, expect, it } from 'vitest';
import { formatMoney } from './format-money.ts';
import { money } from './money.ts';

describe('formatMoney', () => {
  it.each([
    [money(11900n, 'EUR'), 'de', '119,00\u00a0€'],
    [money(-123456789n, 'EUR'), 'de', '-1.234.567,89\u00a0€'],
    [money(11900n, 'EUR'), 'en', '€119.00'],
    [money(123456n, 'USD'), 'en', 'US$1,234.56'],
    [money(500n, 'JPY'), 'de', '500\u00a0¥'],
    [money(1n, 'TND'), 'de', '0,001\u00a0TND'],
  ] as const)('writes %o in %s as %s', (amount, locale, text) => {
    expect(formatMoney(amount, locale)).toBe(text);
  });

  it('keeps the last cent of an amount that a float would round', () => {
    expect(formatMoney(money(9_007_199_254_740_993n, 'EUR'), 'de')).toBe('90.071.992.547.409,93\u00a0€');
  });
});
