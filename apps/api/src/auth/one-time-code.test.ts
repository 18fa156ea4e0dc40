import { describe, expect, it } from 'vitest';
import { createOneTimeCodes } from './one-time-code.ts';

const codes = createOneTimeCodes('a-secret-for-tests-that-is-long-enough');

describe('a one-time code', () => {
  it('has six digits, the same for the same id and another for another', () => {
    expect(codes.codeOf('a')).toMatch(/^\d{6}$/);
    expect(codes.codeOf('a')).toBe(codes.codeOf('a'));
    expect(new Set(['a', 'b', 'c', 'd'].map(codes.codeOf)).size).toBe(4);
  });

  it('opens its own link and no other, and only by this installation', () => {
    const code = codes.codeOf('a');
    const hash = codes.hashOf('link', code);
    expect(codes.isRight(hash, 'link', code)).toBe(true);
    expect(codes.isRight(hash, 'link', codes.codeOf('b'))).toBe(false);
    expect(codes.isRight(hash, 'other', code)).toBe(false);
    const elsewhere = createOneTimeCodes('another-secret-that-is-long-enough-too');
    expect(elsewhere.isRight(hash, 'link', code)).toBe(false);
    expect(codes.isRight(new Uint8Array(), 'link', code)).toBe(false);
  });
});
