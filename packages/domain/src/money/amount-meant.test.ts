import { describe, expect, it } from 'vitest';
import { amountMeant } from './amount-meant.ts';

describe('an amount that is looked for', () => {
  it.each([
    ['119', [11_900n], null, false],
    ['119,00', [11_900n], null, true],
    ['119.00', [11_900n], null, true],
    ['119,5', [11_950n], null, true],
    ['1.190,00 €', [119_000n], 'EUR', true],
    ['1.190', [119_000n], null, true],
    ['1,190.00', [119_000n], null, true],
    ['1 190,00', [119_000n], null, true],
    ['€119', [11_900n], 'EUR', true],
    ['119 EUR', [11_900n], 'EUR', true],
    ['eur 119,00', [11_900n], 'EUR', true],
    ['1000 ¥', [1_000n], 'JPY', true],
    [' 0,05 ', [5n], null, true],
  ] as const)('%j is read the way people write it', (text, minors, currency, isCertain) => {
    expect(amountMeant(text, 'EUR')).toEqual({ minors, currency, isCertain });
  });

  it('is read both ways where a point and a comma can mean either', () => {
    expect(amountMeant('1.190', 'TND')?.minors).toEqual([1_190_000n, 1_190n]);
  });

  it.each([
    '',
    ' ',
    'Lind',
    'RE-2026-0042',
    '12 ABC',
    '€ 5 €',
    '1,2,3',
    '1.5.2026',
    '119-2',
    '12,345,6',
    '9'.repeat(30),
  ])('%j is none', (text) => {
    expect(amountMeant(text, 'EUR')).toBeNull();
  });
});
