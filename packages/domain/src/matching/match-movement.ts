import { type ClaimIndex, recognized } from './claim-index.ts';
import { type BankMovement, type NoCredit, whyNoCredit } from './incoming-credit.ts';
import { byEvidence, factsOf, type MatchFacts } from './match-facts.ts';
import type { ClaimReference, OpenClaim } from './open-claim.ts';
import { findReferences } from './reference-index.ts';

/** What goes to which claim, in minor units of the movement's currency. */
export interface Part {
  readonly caseId: string;
  readonly minor: bigint;
}

/**
 * What a movement is. `CERTAIN` is posted without a person; `POSSIBLE` asks one, with the facts of each claim it may
 * belong to; `UNKNOWN` goes to the pool; `NO_CREDIT` is no payment at all.
 */
export type Match =
  | { readonly kind: 'NO_CREDIT'; readonly because: NoCredit }
  | { readonly kind: 'CERTAIN'; readonly parts: readonly Part[]; readonly candidates: readonly MatchFacts[] }
  | { readonly kind: 'POSSIBLE'; readonly candidates: readonly MatchFacts[] }
  | { readonly kind: 'UNKNOWN' };

/** The claims that the payer has named, each once, by the first name it was found under. */
const namedClaims = (index: ClaimIndex, movement: BankMovement): ReadonlyMap<OpenClaim, ClaimReference> => {
  const named = new Map<OpenClaim, ClaimReference>();
  for (const text of movement.texts)
    for (const reference of findReferences(index.references, text))
      if (!named.has(reference.claim)) named.set(reference.claim, reference);
  return named;
};

const isExact = ({ amount }: MatchFacts): boolean => amount === 'EXACT' || amount === 'DISCOUNT';

/**
 * The strict rule: the payer has named exactly one claim and paid exactly what it needs, or has named several and paid
 * exactly their sum. A name that several claims share names them all, so that two equal ones never decide between themselves.
 */
const certainParts = (
  movement: BankMovement,
  named: readonly OpenClaim[],
  candidates: readonly MatchFacts[],
): readonly Part[] | null => {
  const [only] = named;
  if (!only) return null;
  const { minor, currency } = movement.amount;
  if (named.length === 1) {
    const isPaid = candidates.some((facts) => facts.caseId === only.caseId && isExact(facts));
    return isPaid ? [{ caseId: only.caseId, minor }] : null;
  }
  const fits = named.every(({ open }) => open.currency === currency && open.minor > 0n);
  const sum = named.reduce((total, { open }) => total + open.minor, 0n);
  return fits && sum === minor ? named.map(({ caseId, open }) => ({ caseId, minor: open.minor })) : null;
};

/** Looks for the claims that a movement may pay. Depends on nothing but what it is given, not even on the order of the claims. */
export const matchMovement = (index: ClaimIndex, movement: BankMovement): Match => {
  const because = whyNoCredit(movement);
  if (because) return { kind: 'NO_CREDIT', because };
  const named = namedClaims(index, movement);
  const claims = new Set([...named.keys(), ...recognized(index, movement)]);
  const candidates = [...claims]
    .map((claim) => factsOf(movement, claim, named.get(claim) ?? null))
    .sort(byEvidence);
  if (candidates.length === 0) return { kind: 'UNKNOWN' };
  const parts = certainParts(movement, [...named.keys()], candidates);
  return parts ? { kind: 'CERTAIN', parts, candidates } : { kind: 'POSSIBLE', candidates };
};
