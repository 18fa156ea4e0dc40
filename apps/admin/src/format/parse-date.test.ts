import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, parseDay } from './parse-date.ts';

const today = '2026-11-20';

describe('a day typed the local way', () => {
  test.each([
    ['23.11.2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['23.11.', '2026-11-23'],
    ['23.11', '2026-11-23'],
    ['3.1.', '2027-01-03'],
    ['23/11/2026', '2026-11-23'],
    ['23 11', '2026-11-23'],
    ['2311', '2026-11-23'],
    ['23112026', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['+14', '2026-12-04'],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed, today)).toBe(day);
  });

  test('without a year the nearest date is meant, also backwards', () => {
    expect(parseDay('28.12.', '2027-01-05')).toBe('2026-12-28');
  });

  test.each(['', '31.02.2026', '0.1.2026', '11.13.2026', 'morgen', '2026-13-01', '1'])(
    '%j is refused',
    (typed) => {
      expect(parseDay(typed, today)).toBeNull();
    },
  );
});

test('days are counted across a change of the clock', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-11-20', '2026-11-18')).toBe(-2);
});
