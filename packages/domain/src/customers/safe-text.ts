import { isValidIBAN } from 'ibantools';

export type TextProblem =
  | 'TOO_LONG'
  | 'CONTROL_CHARACTER'
  | 'LONE_SURROGATE'
  | 'BIDI_CONTROL'
  | 'CARD_NUMBER';

/** Invisible and without meaning in a name or an address; they come along when people paste. */
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u2060\ufeff]/g;
const SPACES = /[\t\p{Zs}]+/gu;
/**
 * C0, C1 and DEL; line feed is judged apart. Line and paragraph separator break lines in mail and PDF too, and the two
 * noncharacters at the end may not stand in XML, so no e-invoice could carry them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
/** Overrides, embeddings and isolates reorder what a reader sees: "exe.fdp" for "pdf.exe". */
const BIDI = /[\u202a-\u202e\u2066-\u2069\u061c]/;
/** Digits in groups with at most one separator between them, as cards are written. */
const DIGIT_GROUPS = /[0-9]+(?:[ \u00a0.-][0-9]+)*/g;

/** One composed form, no invisible characters, single spaces, no space at either end. */
export const tidyLine = (text: string): string =>
  text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();

/** As `tidyLine`, but keeps line breaks, at most two in a row. */
export const tidyParagraphs = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

interface TextBounds {
  readonly maxLength: number;
  readonly multiline?: boolean;
  /** For fields that hold a long number of their own (phone, IBAN); their parser judges it. */
  readonly mayBeNumber?: boolean;
}

/**
 * What makes a free text unfit for mail, PDF and bank files, or null. Lengths count UTF-16 units, as the database
 * driver and the browser do. Line feeds are allowed only where `multiline` says so (else: header injection).
 */
export const textProblem = (
  text: string,
  { maxLength, multiline = false, mayBeNumber = false }: TextBounds,
): TextProblem | null => {
  if (text.length > maxLength) return 'TOO_LONG';
  if (!text.isWellFormed()) return 'LONE_SURROGATE';
  if (CONTROL.test(text) || (!multiline && text.includes('\n'))) return 'CONTROL_CHARACTER';
  if (BIDI.test(text)) return 'BIDI_CONTROL';
  return !mayBeNumber && containsCardNumber(text) ? 'CARD_NUMBER' : null;
};

/**
 * Whether a text carries something that reads as a payment card number: 13 to 19 digits that start with 2 to 6
 * (the ranges of banking and finance) and pass the Luhn check, alone or among other groups. A business that never
 * stores card numbers has to refuse them wherever people type. Digits of a valid IBAN are not meant.
 */
export const containsCardNumber = (text: string): boolean => {
  for (const match of text.matchAll(DIGIT_GROUPS)) {
    if (isPartOfIban(text, match.index, match[0])) continue;
    const groups = match[0].split(/[^0-9]/);
    for (let first = 0; first < groups.length; first += 1) {
      let digits = '';
      for (let last = first; last < groups.length && digits.length < 19; last += 1) {
        digits += groups[last];
        if (isCardNumber(digits)) return true;
      }
    }
  }
  return false;
};

const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && /^[2-6]/.test(digits) && passesLuhn(digits);

const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

/** An all-digit IBAN (DE, AT …) stands behind its two letters, which the digit groups do not include. */
const isPartOfIban = (text: string, index: number, digits: string): boolean =>
  isValidIBAN(
    (text.slice(Math.max(0, index - 2), index) + digits).replace(/[^0-9A-Za-z]/g, '').toUpperCase(),
  );
