import { expect, it } from 'vitest';
import { addDays } from './calendar.ts';

it.each([
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-12-30', 3, '2027-01-02'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});
