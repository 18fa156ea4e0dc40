import type { CustomerData } from './customer-data.ts';
import { normalizeName } from './normalize-name.ts';

/** Forms of address and degrees, as they stand on cards and in records. */
const TITLES = new Set(['dr', 'prof', 'dipl', 'ing', 'herr', 'frau', 'mr', 'mrs', 'ms']);

const wordsOf = (name: string | null): readonly string[] =>
  normalizeName(name ?? '')
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));

/** The holder is a person when the family name is there and every other word is a given name or its initial. */
const isPerson = (
  holder: readonly string[],
  given: readonly string[],
  family: readonly string[],
): boolean => {
  const others = holder.filter((word) => !family.includes(word));
  const isGiven = (word: string) => given.some((name) => name === word || name.charAt(0) === word);
  return (
    family.length > 0 &&
    family.every((word) => holder.includes(word)) &&
    others.length > 0 &&
    others.every(isGiven)
  );
};

/** The last word of a name in one line is taken for the family name. */
const isContact = (holder: readonly string[], contact: string | null): boolean => {
  const words = (contact ?? '').trim().split(/\s+/);
  return isPerson(holder, wordsOf(words.slice(0, -1).join(' ')), wordsOf(words.at(-1) ?? null));
};

/**
 * Whether the name on a card or account is the customer's own (rule 3): the person, the company, or whom the company
 * names as its contact. Cards shorten: case, accents, order, titles and initials make no difference, a missing or
 * another family name does.
 */
export const isMatchingHolder = (data: CustomerData, holder: string): boolean => {
  const words = wordsOf(holder);
  const company = wordsOf(data.company);
  const isCompany = company.length > 0 && company.join(' ') === words.join(' ');
  return (
    isCompany ||
    isPerson(words, wordsOf(data.givenName), wordsOf(data.familyName)) ||
    isContact(words, data.contact)
  );
};
