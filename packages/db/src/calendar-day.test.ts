import { describe, expect, it } from 'vitest';
import { dateToDay, dayToDate } from './calendar-day.ts';

describe('a calendar day', () => {
  it('travels as midnight UTC and comes back as it went', () => {
    expect(dayToDate('2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z');
    expect(dateToDay(dayToDate('2028-02-29'))).toBe('2028-02-29');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '23.11.2026', '', '2026-11-23T10:00:00Z'])(
    'is not "%s"',
    (day) => {
      expect(() => dayToDate(day)).toThrow(RangeError);
    },
  );
});
