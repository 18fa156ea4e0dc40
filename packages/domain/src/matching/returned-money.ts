/** Money that a bank has taken back, or sent back, as a statement tells it. */
export interface ReturnedMovement {
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly currency: string;
  readonly minor: bigint;
  readonly bookedOn: string;
  readonly endToEndId: string | null;
  readonly counterpartyIban: string | null;
  readonly remittance: string;
}

/** A movement that may have come back. */
export interface EarlierMovement extends ReturnedMovement {
  readonly id: string;
}

const sameText = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== '' && one === other;

/** How sure it is that the one is the way back of the other; the words of a return often hold those of the order. */
const likeness = (back: ReturnedMovement, earlier: EarlierMovement): number => {
  if (sameText(back.endToEndId, earlier.endToEndId)) return 3;
  const { remittance } = earlier;
  if (remittance.length >= 8 && back.remittance.includes(remittance)) return 2;
  return sameText(back.counterpartyIban, earlier.counterpartyIban) ? 1 : 0;
};

/**
 * Which movement a return takes back: the other way, the same amount to the cent, not later, and named by its reference, its
 * text or its account. Null where none is, or where two are alike: then a person looks.
 */
export const movementBehind = (
  back: ReturnedMovement,
  earlier: readonly EarlierMovement[],
): EarlierMovement | null => {
  const fitting = earlier
    .filter(
      (one) =>
        one.direction !== back.direction &&
        one.currency === back.currency &&
        one.minor === back.minor &&
        one.bookedOn <= back.bookedOn,
    )
    .map((movement) => ({ movement, alike: likeness(back, movement) }))
    .filter(({ alike }) => alike > 0)
    .toSorted((one, other) => other.alike - one.alike);
  const [best, second] = fitting;
  return best && best.alike !== second?.alike ? best.movement : null;
};
