const SPELLED_OUT: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', ß: 'SS', ẞ: 'SS' };

/** A text without what people leave out or add: only letters and digits, with the place of each in the original. */
export interface ReferenceText {
  readonly letters: string;
  readonly original: string;
  /** Of each letter, its index in the original. */
  readonly places: readonly number[];
}

export const toReferenceText = (original: string): ReferenceText => {
  let letters = '';
  const places: number[] = [];
  for (let place = 0; place < original.length; place += 1) {
    const character = original.charAt(place).toUpperCase();
    const spelled = (SPELLED_OUT[original.charAt(place)] ?? SPELLED_OUT[character] ?? character).replace(
      /[^A-Z0-9]/g,
      '',
    );
    for (const _ of spelled) places.push(place);
    letters += spelled;
  }
  return { letters, original, places };
};

const isDigit = (character: string): boolean => /^\d$/.test(character);
const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);

/** A digit next to it, or behind a hyphen or slash, makes it part of a longer number. */
const goesOn = (next: string, afterNext: string): boolean =>
  isDigit(next) || ((next === '-' || next === '/') && isDigit(afterNext));

/**
 * Whether the letters from `start` to `end` stand for themselves. `RE-2026-0001` is not in `RE-2026-00012`. Letters before
 * it are let pass, because a bank puts a text together without its spaces; letters behind it only after a digit.
 */
export const standsAlone = (
  { letters, original, places }: ReferenceText,
  start: number,
  end: number,
): boolean => {
  const first = places[start] ?? 0;
  const last = places[end - 1] ?? 0;
  const at = (place: number): string => original.charAt(place);
  if (isDigit(letters.charAt(start)) && goesOn(at(first - 1), at(first - 2))) return false;
  if (isDigit(letters.charAt(end - 1))) return !goesOn(at(last + 1), at(last + 2));
  return !isDigit(at(last + 1)) && !isLetter(at(last + 1));
};
