import { describe, expect, it } from 'vitest';
import { CODE_TRIES, codeAddressOf, judgeCode, maskedAddress } from './one-time-code.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const sent = (wrongTries = 0, expiresAt = new Date('2026-11-23T10:00:01Z')) => ({ expiresAt, wrongTries });

describe('judgeCode', () => {
  it('lets the right code in until it expires, after a few wrong ones, too', () => {
    expect(judgeCode(sent(), true, NOW)).toBeNull();
    expect(judgeCode(sent(CODE_TRIES - 1), true, NOW)).toBeNull();
  });

  it.each([
    ['none is out', null, true, 'CODE_NOT_SENT'],
    ['its time is over', sent(0, NOW), true, 'CODE_EXPIRED'],
    ['it has borne its tries', sent(CODE_TRIES), true, 'CODE_LOCKED'],
    ['it is wrong', sent(), false, 'CODE_WRONG'],
  ] as const)('refuses when %s', (_when, code, isRight, problem) => {
    expect(judgeCode(code, isRight, NOW)).toBe(problem);
  });
});

const BOTH = { email: 'nora.winter@example.org', phone: '+491721234578' };
const ALL = { text: true, mail: true };

describe('codeAddressOf', () => {
  it('takes the stored phone, so that the code goes another way than the link', () => {
    expect(codeAddressOf(BOTH, ALL)).toEqual({ channel: 'SMS', address: BOTH.phone });
  });

  it('falls back on mail without a phone, or where the business sends no SMS', () => {
    const byMail = { channel: 'EMAIL', address: BOTH.email };
    expect(codeAddressOf({ ...BOTH, phone: null }, ALL)).toEqual(byMail);
    expect(codeAddressOf(BOTH, { ...ALL, text: false })).toEqual(byMail);
  });

  it('finds none where mails come back and nothing else is known', () => {
    expect(codeAddressOf({ ...BOTH, phone: null }, { ...ALL, mail: false })).toBeNull();
    expect(codeAddressOf({ email: null, phone: null }, ALL)).toBeNull();
  });
});

describe('maskedAddress', () => {
  it('shows only what its owner knows it by', () => {
    expect(maskedAddress({ channel: 'SMS', address: BOTH.phone })).toBe('•••78');
    expect(maskedAddress({ channel: 'EMAIL', address: BOTH.email })).toBe('n•••@example.org');
  });
});
