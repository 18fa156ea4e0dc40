import { normalizeName } from './normalize-name.ts';

/**
 * Whether a new means of payment belongs to the same holder as the customer's first confirmed one (rule 24); a change
 * of type is no mismatch. Without a first one there is nothing to differ from, and an unnamed holder differs.
 */
export const isMatchingMethod = (firstHolder: string | null, newHolder: string | null): boolean =>
  firstHolder === null || (newHolder !== null && normalizeName(newHolder) === normalizeName(firstHolder));
