import { expect, it } from 'vitest';
import { formatIban } from './iban.ts';
import { formatInvoiceNumber, isInvoiceNumber } from './invoice-number.ts';

it('numbers documents by prefix, year of issue and running number', () => {
  expect(formatInvoiceNumber('RE', '2026-11-23', 42n)).toBe('RE-2026-0042');
  expect(formatInvoiceNumber('RE', '2026-11-23', 123456n)).toBe('RE-2026-123456');
});

it.each(['', 'RE 1', 'RÉ-1', 'RE_1', '1'.repeat(37), 'RE-1\n'])('refuses %j as a number', (number) => {
  expect(isInvoiceNumber(number)).toBe(false);
});

it('refuses a prefix that accounting software could not take', () => {
  expect(() => formatInvoiceNumber('Rück', '2026-11-23', 1n)).toThrow(RangeError);
});

it('groups an IBAN by four', () => {
  expect(formatIban('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
});
