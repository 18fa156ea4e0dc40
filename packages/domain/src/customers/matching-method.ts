import { normalizeName } from './normalize-name.ts';

type MethodType = 'CARD' | 'SEPA_DEBIT' | 'BANK_TRANSFER';

/** Why a stored method is not used before a person has looked at it. */
export const REVIEW_REASONS = ['TYPE_NOT_ALLOWED', 'HOLDER_DIFFERS'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** Of the types that a version allows, those that can be stored and charged later. */
export const storableTypes = (allowed: readonly MethodType[]): readonly ('CARD' | 'SEPA_DEBIT')[] =>
  allowed.filter((type) => type !== 'BANK_TRANSFER');

/** Without a first method there is nothing to differ from, and an unnamed holder differs from a named one. */
const isSameHolder = (first: string | null, next: string | null): boolean =>
  first === null || (next !== null && normalizeName(next) === normalizeName(first));

interface Original {
  /** The customer's first confirmed method. */
  readonly first: { readonly holder: string | null } | null;
  readonly allowedTypes: readonly MethodType[];
}

/**
 * Why a new means of payment does not match (rule 24): the version allows no such type, or its holder is not that of the
 * first confirmed method. A change of type alone is no mismatch. Null: it may be used.
 */
export const whyToReview = (
  { first, allowedTypes }: Original,
  { type, holder }: { readonly type: MethodType; readonly holder: string | null },
): ReviewReason | null => {
  if (!allowedTypes.includes(type)) return 'TYPE_NOT_ALLOWED';
  return isSameHolder(first?.holder ?? null, holder) ? null : 'HOLDER_DIFFERS';
};
