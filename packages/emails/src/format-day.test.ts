import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDay, formatMoment, formatShortDay } from './format-day.ts';

afterEach(() => vi.unstubAllEnvs());

describe('a calendar day', () => {
  it('is written out in the reader’s language', () => {
    expect(formatDay('2026-11-23', 'de')).toBe('23.\u00a0November 2026');
    expect(formatDay('2026-11-23', 'en')).toBe('23\u00a0November 2026');
    expect(formatShortDay('2026-11-03', 'de')).toBe('03.11.2026');
    expect(formatShortDay('2026-11-03', 'en')).toBe('03/11/2026');
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'])(
    'is the same day on a server in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(formatDay('2026-03-29', 'de')).toBe('29.\u00a0März 2026');
      expect(formatDay('2026-01-01', 'en')).toBe('1\u00a0January 2026');
    },
  );

  it.each(['2026-02-30', '2026-13-01', '23.11.2026', '', '2026-11-23T10:00:00Z', 'morgen'])(
    'is refused: %s',
    (text) => {
      expect(() => formatDay(text, 'de')).toThrow(RangeError);
    },
  );
});

describe('a moment', () => {
  it('shows the clock of the business', () => {
    expect(formatMoment('2026-11-26T14:30', 'de')).toBe('26.\u00a0November 2026, 14:30\u00a0Uhr');
    expect(formatMoment('2026-11-26T14:30', 'en')).toBe('26\u00a0November 2026, 14:30');
  });

  it('may be a day without a time', () => {
    expect(formatMoment('2026-11-26', 'de')).toBe('26.\u00a0November 2026');
  });
});
