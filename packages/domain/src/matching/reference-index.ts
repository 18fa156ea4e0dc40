import { type ClaimReference, type OpenClaim, referencesOf } from './open-claim.ts';
import { type ReferenceText, standsAlone, toReferenceText } from './reference-text.ts';

/** References are found by how they end: the last letters of a running number tell the most apart. */
const KEY_LENGTH = 5;
/** `Miete` or `42` is no reference: it stands in too many texts by chance. */
const FEWEST_DIGITS = 3;

interface Entry {
  readonly letters: string;
  readonly reference: ClaimReference;
}

export type ReferenceIndex = ReadonlyMap<string, readonly Entry[]>;

export const isSearchable = (letters: string): boolean =>
  letters.length >= KEY_LENGTH && letters.replace(/\D/g, '').length >= FEWEST_DIGITS;

/** All references of all claims, so that a text is read once however many claims are open. */
export const indexReferences = (claims: readonly OpenClaim[]): ReferenceIndex => {
  const index = new Map<string, Entry[]>();
  for (const reference of claims.flatMap(referencesOf)) {
    const { letters } = toReferenceText(reference.text);
    if (!isSearchable(letters)) continue;
    const key = letters.slice(-KEY_LENGTH);
    const bucket = index.get(key);
    if (bucket) bucket.push({ letters, reference });
    else index.set(key, [{ letters, reference }]);
  }
  return index;
};

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly reference: ClaimReference;
}

const hitsOf = (index: ReferenceIndex, text: ReferenceText): readonly Hit[] => {
  const hits: Hit[] = [];
  for (let end = KEY_LENGTH; end <= text.letters.length; end += 1) {
    for (const { letters, reference } of index.get(text.letters.slice(end - KEY_LENGTH, end)) ?? []) {
      const start = end - letters.length;
      const isThere = start >= 0 && text.letters.startsWith(letters, start);
      if (isThere && standsAlone(text, start, end)) hits.push({ start, end, reference });
    }
  }
  return hits;
};

const isInside = (hit: Hit, other: Hit): boolean =>
  other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start;

/** The references in a text. One that is only part of a longer one is not meant: `2026-0042` in `RE-2026-0042`. */
export const findReferences = (index: ReferenceIndex, text: string): readonly ClaimReference[] => {
  const hits = hitsOf(index, toReferenceText(text));
  return hits.filter((hit) => !hits.some((other) => isInside(hit, other))).map(({ reference }) => reference);
};
