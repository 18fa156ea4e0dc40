import { expect, test } from 'vitest';
import { compact, dayIn, flagIn, minorIn, oneOf, textIn } from './address.ts';

test('an address is read for what it can mean', () => {
  expect([textIn('Lind'), textIn(119), textIn(''), textIn(null)]).toEqual([
    'Lind',
    '119',
    undefined,
    undefined,
  ]);
  expect([dayIn('2026-11-23'), dayIn('2026-13-99'), dayIn('morgen')]).toEqual([
    '2026-11-23',
    undefined,
    undefined,
  ]);
  expect([minorIn(11900), minorIn('11900'), minorIn('119,00'), minorIn(-5)]).toEqual([
    11900,
    11900,
    undefined,
    undefined,
  ]);
  expect([flagIn(true), flagIn('true')]).toEqual([true, undefined]);
  expect([oneOf(['a', 'b'], 'b'), oneOf(['a', 'b'], 'c')]).toEqual(['b', undefined]);
});

test('what is not set does not stand in the address', () => {
  expect(compact<{ q?: string; mine?: true }>({ q: undefined, mine: true })).toEqual({ mine: true });
});
