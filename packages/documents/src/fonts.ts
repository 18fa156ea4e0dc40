import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/**
 * Source Sans 3 (SIL Open Font License 1.1), the two cuts that documents are set in. Its figures are of equal width
 * and its Latin, Greek and Cyrillic are complete. PDF/A demands embedding, so the files come with the package.
 */
export const FONT_FILES = {
  regular: fileOf('400Regular/SourceSans3_400Regular.ttf'),
  semibold: fileOf('600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const;

export type FontCut = keyof typeof FONT_FILES;

function fileOf(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${path}`));
}

/**
 * The text with every character that the font cannot draw replaced by an empty box. A missing glyph would be drawn as
 * an undefined one, which PDF/A forbids, and nobody could tell that something is missing.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .filter((character) => !JOINERS.has(character))
    .map((character) => (character === '\n' || glyphs().has(character.codePointAt(0) ?? 0) ? character : '□'))
    .join('');

/** They only change how neighbors are drawn, and draw nothing themselves. */
const JOINERS = new Set(['\u200c', '\u200d', '\ufe0f']);

let known: ReadonlySet<number> | undefined;

const glyphs = (): ReadonlySet<number> => {
  known ??= readCharacterSet();
  return known;
};

const readCharacterSet = (): ReadonlySet<number> => new Set(fontOf('regular').characterSet);

const read = new Map<FontCut, Font>();

/** A cut, read once per process: what setting text needs of a font is decoded anew with every font that is opened. */
export const fontOf = (cut: FontCut): Font => {
  const font = read.get(cut) ?? readFont(cut);
  read.set(cut, font);
  return font;
};

const readFont = (cut: FontCut): Font => {
  const font = create(readFileSync(FONT_FILES[cut]));
  if (font.type !== 'TTF') throw new Error('The font file holds no single font.');
  // A glyph remembers which character it was first drawn for, and that is what is read and copied from every document
  // after. Drawn first as a part of another character, it would be taken for that one: each is met by its own name here.
  for (const character of font.characterSet) font.glyphForCodePoint(character);
  return font;
};
