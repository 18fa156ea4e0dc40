import { expect, test } from 'vitest';
import { dayOf, formatAgo, formatDay, formatDaysFrom, formatInstant } from './format-date.ts';

test('a calendar day is written the local way and never shifts', () => {
  expect(formatDay('2026-01-01', 'de')).toBe('01.01.2026');
  expect(formatDay('2026-01-01', 'en')).toBe('01/01/2026');
});

test('an instant is shown in the time zone of the business', () => {
  expect(formatInstant('2026-11-23T23:30:00Z', 'de', 'Europe/Berlin')).toBe('24.11.2026, 00:30');
  expect(dayOf(new Date('2026-11-23T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-24');
});

test('time passed is told in the largest whole unit', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  expect(formatAgo('2026-11-23T11:59:40Z', now, 'de')).toBe('jetzt');
  expect(formatAgo('2026-11-23T11:01:00Z', now, 'de')).toBe('vor 59 Minuten');
  expect(formatAgo('2026-11-22T11:00:00Z', now, 'en')).toBe('yesterday');
  expect(formatDaysFrom('2026-11-25', '2026-11-23', 'de')).toBe('übermorgen');
});
