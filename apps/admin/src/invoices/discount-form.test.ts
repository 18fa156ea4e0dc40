import { expect, test } from 'vitest';
import { readDiscount } from './discount-form.ts';

const read = (discount: string, discountReason = '', locale: 'de' | 'en' = 'de') =>
  readDiscount({ discount, discountReason }, locale, 'EUR');

test('a share ends with its sign, anything else is an amount, and nothing is none', () => {
  expect(read('12,5 %')).toEqual({ percent: '12.5', amount: null, reason: null });
  expect(read('100%', ' Kulanz ')).toEqual({ percent: '100', amount: null, reason: 'Kulanz' });
  expect(read('1.234,5')).toEqual({ percent: null, amount: '1234.50', reason: null });
  expect(read('5.00 €', '', 'en')).toEqual({ percent: null, amount: '5.00', reason: null });
  expect(read('  ', 'Kulanz')).toBeNull();
});

test.each(['0', '0 %', '-5', '101 %', '100,01 %', '%', 'zehn', '5,001'])('%s is no discount', (typed) => {
  expect(read(typed)).toBe('INVALID');
});
