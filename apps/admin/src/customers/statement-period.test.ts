import { expect, test } from 'vitest';
import { isStatementPeriod } from './statement-period.ts';

test('a statement is of days in their order, and of a year at most', () => {
  expect(isStatementPeriod('2026-01-01', '2026-12-31')).toBe(true);
  expect(isStatementPeriod('2026-11-27', '2026-11-27')).toBe(true);
  expect(isStatementPeriod('2026-01-01', '2027-01-01')).toBe(false);
  expect(isStatementPeriod('2026-11-28', '2026-11-27')).toBe(false);
  expect(isStatementPeriod('2028-02-29', '2029-02-28')).toBe(true);
  expect(isStatementPeriod('2028-02-29', '2029-03-01')).toBe(false);
  expect(isStatementPeriod(null, '2026-11-27')).toBe(false);
});
