import { describe, expect, it } from 'vitest';
import { nextNoticeOn } from './expiry-notice.ts';

describe('nextNoticeOn', () => {
  it.each([
    ['long before', '2026-10-01', '2026-12-01'],
    ['on the day of the first notice', '2026-12-01', '2026-12-24'],
    ['between both', '2026-12-10', '2026-12-24'],
    ['on the day of the second', '2026-12-24', null],
    ['after it has expired', '2027-02-01', null],
  ])('%s', (_when, today, day) => {
    expect(nextNoticeOn('2026-12-31', today)).toBe(day);
  });

  it('is never for what does not expire', () => {
    expect(nextNoticeOn(null, '2026-10-01')).toBeNull();
  });
});
