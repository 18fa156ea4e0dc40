import { expect, it } from 'vitest';
import { normalizeName } from './normalize-name.ts';

it.each([
  ['Müller, Anna', 'ANNA MUELLER'],
  ['Müller & Söhne', 'mueller und soehne'],
  ['Großmann-Łuk', 'Luk Grossmann'],
  ["D'Été", 'd ete'],
])('takes %j and %j for the same name', (a, b) => {
  expect(normalizeName(a)).toBe(normalizeName(b));
});

it('keeps different names apart', () => {
  expect(normalizeName('Müller')).not.toBe(normalizeName('Möller'));
  expect(normalizeName('山田')).not.toBe(normalizeName('田中'));
});

it('is empty for a name without letters', () => {
  expect(normalizeName(' - & ')).toBe('');
});
