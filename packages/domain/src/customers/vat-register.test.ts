import { describe, expect, it } from 'vitest';
import { isInRegister, matchNames, nextTry } from './vat-register.ts';

describe('the register of VAT ids', () => {
  it.each([
    ['DE136695976', true],
    ['IE6388047V', true],
    ['EL094259216', true],
    ['XI123456789', true],
    ['GB123456789', false],
    ['CHE123456789', false],
    ['GR094259216', true],
  ])('is asked about %s: %s', (vatId, expected) => {
    expect(isInRegister(vatId)).toBe(expected);
  });

  it('is asked again after longer and longer pauses, and at last no more', () => {
    const now = new Date('2026-11-27T10:00:00Z');
    const pauses = [1, 2, 3, 4, 5, 6].map((tries) => Number(nextTry(tries, now)) - Number(now));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses[0]).toBe(60_000);
    expect(nextTry(7, now)).toBeNull();
  });

  it.each([
    ['Müller Holzbau GmbH', 'MUELLER HOLZBAU', 'SAME'],
    ['Red Bull GmbH', 'Red Bull Gesellschaft mbH', 'SAME'],
    ['Lind AB', 'Berg AB', 'OTHER'],
    ['Lind AB', null, 'NOT_TOLD'],
    ['', 'Berg AB', 'OTHER'],
    ['GmbH', 'GmbH', 'OTHER'],
  ] as const)('knows %s as %s: %s', (ours, answered, expected) => {
    expect(matchNames(ours, answered)).toBe(expected);
  });
});
