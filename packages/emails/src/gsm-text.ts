import { plainLine } from './clean-text.ts';

/** The basic characters of GSM 03.38, one septet each, as far as a line of text needs them. */
const BASIC =
  '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Characters behind the escape, two septets each. */
const EXTENDED = '^{}\\[~]|€';

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...[...BASIC].map((character) => [character, 1] as const),
  ...[...EXTENDED].map((character) => [character, 2] as const),
]);

const LOOKALIKES: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  œ: 'oe',
  Œ: 'OE',
  ẞ: 'SS',
  ı: 'i',
  '×': 'x',
  '•': '-',
  '·': '-',
};

/**
 * A line that any phone receives in one alphabet (GSM 03.38): a single other character would halve the length of an
 * SMS. Accents that it does not know fall away, other scripts turn into question marks.
 */
export const gsmText = (text: string): string => [...plainLine(text)].map(gsmCharacter).join('');

const gsmCharacter = (character: string): string => {
  if (SEPTETS.has(character)) return character;
  const replaced = LOOKALIKES[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...replaced].every((part) => SEPTETS.has(part)) ? replaced : '?';
};

/** How much room a GSM text takes; one SMS has 160 septets. */
export const septets = (text: string): number =>
  [...text].reduce((sum, character) => sum + (SEPTETS.get(character) ?? 1), 0);
