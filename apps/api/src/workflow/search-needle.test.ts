import { describe, expect, it } from 'vitest';
import { readNeedle } from './search-needle.ts';

describe('what is looked for', () => {
  it.each([
    ['119,00', 'AMOUNT'],
    ['1.190,00 €', 'AMOUNT'],
    ['frieda.1@example.org', 'EMAIL'],
    ['frieda@', 'EMAIL'],
    ['ZV-2026-000042', 'NUMBER'],
    ['re-2026-0042', 'NUMBER'],
    ['K-000042', 'NUMBER'],
    ['119', 'TEXT'],
    ['RE-2026-', 'TEXT'],
    ['A_1', 'TEXT'],
    ['Frieda Lorenzen', 'TEXT'],
  ])('%j is known by its form', (text, kind) => {
    expect(readNeedle(text, 'EUR').kind).toBe(kind);
  });

  it('may be an amount as well when it is a whole number', () => {
    expect(readNeedle('119', 'EUR')).toMatchObject({ amount: { minors: [11_900n] } });
  });
});
