import { normalizeName } from '../customers/normalize-name.ts';
import type { Money } from '../money/money.ts';
import type { BankMovement } from './incoming-credit.ts';
import type { OpenClaim } from './open-claim.ts';
import { indexReferences, type ReferenceIndex } from './reference-index.ts';

/** All open claims by everything that a movement can be recognized by. */
export interface ClaimIndex {
  readonly references: ReferenceIndex;
  readonly amounts: ReadonlyMap<string, readonly OpenClaim[]>;
  readonly ibans: ReadonlyMap<string, readonly OpenClaim[]>;
  readonly names: ReadonlyMap<string, readonly OpenClaim[]>;
}

/** A business with one price has thousands of claims of the same amount: nobody chooses from so many. */
const MOST_OF_ONE_KIND = 10;

const amountKey = ({ minor, currency }: Money): string => `${currency} ${minor}`;

const groupBy = (claims: readonly OpenClaim[], keysOf: (claim: OpenClaim) => readonly string[]) => {
  const groups = new Map<string, OpenClaim[]>();
  for (const claim of claims)
    for (const key of new Set(keysOf(claim))) {
      const group = groups.get(key);
      if (group) group.push(claim);
      else groups.set(key, [claim]);
    }
  return groups;
};

/** What is due longest comes first, so that a cut list is the same whatever order the claims came in. */
const byDueDay = (a: OpenClaim, b: OpenClaim): number =>
  a.dueOn === b.dueOn ? (a.caseId < b.caseId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1;

export const indexClaims = (claims: readonly OpenClaim[]): ClaimIndex => {
  const sorted = claims.toSorted(byDueDay);
  return {
    references: indexReferences(sorted),
    amounts: groupBy(sorted, ({ open, discount }) =>
      (discount ? [open, discount.amount] : [open]).filter(({ minor }) => minor > 0n).map(amountKey),
    ),
    ibans: groupBy(sorted, ({ ibans }) => ibans),
    names: groupBy(sorted, ({ names }) => names.map(normalizeName).filter((name) => name !== '')),
  };
};

/** Claims that fit a movement by amount or payer, without any reference. */
export const recognized = (index: ClaimIndex, movement: BankMovement): readonly OpenClaim[] => {
  const name = normalizeName(movement.payer ?? '');
  const groups = [
    index.ibans.get(movement.payerIban ?? ''),
    index.names.get(name),
    index.amounts.get(amountKey(movement.amount)),
  ];
  return groups.flatMap((group) => group?.slice(0, MOST_OF_ONE_KIND) ?? []);
};
