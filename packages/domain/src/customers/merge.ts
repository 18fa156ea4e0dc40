/** A record as far as it matters for becoming one with another of the same business. */
export interface MergeCandidate {
  readonly id: string;
  readonly state: 'DRAFT' | 'CONFIRMED' | 'MERGED' | 'RESTRICTED';
  /** Whether the payment provider keeps a customer of its own for it. */
  readonly isAtProvider: boolean;
  /** Whether something may be charged there, or waits to be looked at. */
  readonly hasMethods: boolean;
}

export type MergeRefusal =
  | 'SAME_CUSTOMER'
  | 'ALREADY_MERGED'
  | 'CUSTOMER_RESTRICTED'
  | 'SURVIVOR_NOT_CONFIRMED'
  | 'METHODS_AT_PROVIDER';

/**
 * Why one record cannot live on in another. What is stored at the provider hangs on the provider's customer, mandates
 * too: it can be taken over as a whole, and only by a record that has nothing there.
 */
export const refuseMerge = (survivor: MergeCandidate, merged: MergeCandidate): MergeRefusal | null => {
  if (survivor.id === merged.id) return 'SAME_CUSTOMER';
  const both = [survivor, merged];
  if (both.some(({ state }) => state === 'MERGED')) return 'ALREADY_MERGED';
  if (both.some(({ state }) => state === 'RESTRICTED')) return 'CUSTOMER_RESTRICTED';
  if (survivor.state === 'DRAFT' && merged.state === 'CONFIRMED') return 'SURVIVOR_NOT_CONFIRMED';
  return survivor.isAtProvider && merged.hasMethods ? 'METHODS_AT_PROVIDER' : null;
};
