import { expect, test } from 'vitest';
import { caretAfter, formatIban, formatVatId } from './format-while-typing.ts';

test('an IBAN is grouped by four while it is typed', () => {
  expect(formatIban('de8937')).toBe('DE89 37');
  expect(formatIban('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  expect(formatIban('DE89-3704')).toBe('DE89 3704');
});

test('a VAT id is written as country and number', () => {
  expect(formatVatId('d')).toBe('D');
  expect(formatVatId('de123456789')).toBe('DE 123456789');
});

test('the caret stays behind the character that was typed', () => {
  expect(caretAfter('DE8937', 6, 'DE89 37')).toBe(7);
  expect(caretAfter('DE89X 3704', 5, 'DE89 X370 4')).toBe(6);
  expect(caretAfter('DE89 3704', 2, 'DE89 3704')).toBe(2);
});
