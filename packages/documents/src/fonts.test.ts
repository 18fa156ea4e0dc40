import { expect, it } from 'vitest';
import { fontOf } from './fonts.ts';

it('a letter is read as itself, whatever it was first drawn as a part of', () => {
  const font = fontOf('regular');
  // Drawn as an a below two accents.
  font.layout('ä\u0301');
  const readAs = (character: string): string =>
    String.fromCodePoint(...font.glyphForCodePoint(character.codePointAt(0) ?? 0).codePoints);
  for (const character of ['a', 'ä', '−', '7']) expect(readAs(character)).toBe(character);
});
