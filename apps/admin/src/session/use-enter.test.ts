import { expect, test } from 'vitest';
import { safeNext } from './use-enter.ts';

test('after signing in only addresses of the panel itself are followed', () => {
  expect(safeNext('/cases/1?step=CONFIRM_AMOUNT')).toBe('/cases/1?step=CONFIRM_AMOUNT');
  expect(safeNext('https://example.org')).toBe('/');
  expect(safeNext('//example.org')).toBe('/');
  expect(safeNext('/\\example.org')).toBe('/');
  expect(safeNext(undefined)).toBe('/');
});
