/** A booked movement as two files of one account can be compared by it. */
export interface ToldMovement {
  readonly bookedOn: string;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly currency: string;
  readonly minor: bigint;
  /** The bank's reference of the booking; the parts of a batch share it. */
  readonly bankReference: string | null;
  readonly endToEndId: string | null;
  readonly name: string | null;
  readonly remittance: string;
}

/** What a bank has booked in one sum: a movement by itself, or the parts of a batch. */
interface Booking<TMovement extends ToldMovement> {
  readonly parts: readonly TMovement[];
  readonly place: string;
}

const placeOf = ({ bookedOn, direction, currency }: ToldMovement, minor: bigint): string =>
  [bookedOn, direction, currency, minor].join(' ');

const bookingsOf = <TMovement extends ToldMovement>(
  movements: readonly TMovement[],
): readonly Booking<TMovement>[] => {
  const groups = new Map<string, TMovement[]>();
  for (const [at, movement] of movements.entries()) {
    const { bankReference, bookedOn, direction, currency } = movement;
    const key = bankReference
      ? [bookedOn, direction, currency, bankReference].join(' ')
      : `without reference ${at}`;
    groups.set(key, [...(groups.get(key) ?? []), movement]);
  }
  return [...groups.values()].flatMap((parts) => {
    const [first] = parts;
    return first
      ? [
          {
            parts,
            place: placeOf(
              first,
              parts.reduce((sum, { minor }) => sum + minor, 0n),
            ),
          },
        ]
      : [];
  });
};

const plain = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How alike two files tell a booking; formats cut texts, so that one may begin the other. */
const likeness = (one: ToldMovement, other: ToldMovement): number => {
  const same = (left: string, right: string) =>
    left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left));
  return (
    Number(same(plain(one.endToEndId), plain(other.endToEndId))) * 4 +
    Number(same(plain(one.remittance), plain(other.remittance))) * 2 +
    Number(same(plain(one.name), plain(other.name)))
  );
};

/**
 * Those of an account's movements that a file of another format has not told: the two write one booking in different words, so
 * that their identities differ. On each day as many bookings of an amount are known as the other format has told of it, those
 * first that are told most alike; nothing is posted twice.
 */
export const notKnownElsewhere = <TMovement extends ToldMovement>(
  movements: readonly TMovement[],
  told: readonly ToldMovement[],
): readonly TMovement[] => {
  const toldAt = new Map<string, ToldMovement[]>();
  for (const { parts, place } of bookingsOf(told)) {
    const [first] = parts;
    if (first) toldAt.set(place, [...(toldAt.get(place) ?? []), first]);
  }
  const pairs = bookingsOf(movements)
    .flatMap((booking) =>
      (toldAt.get(booking.place) ?? []).map((other) => ({
        booking,
        other,
        alike: booking.parts[0] ? likeness(booking.parts[0], other) : 0,
      })),
    )
    .sort((left, right) => right.alike - left.alike);
  const known = new Set<Booking<TMovement>>();
  const used = new Set<ToldMovement>();
  for (const { booking, other } of pairs)
    if (!known.has(booking) && !used.has(other)) {
      known.add(booking);
      used.add(other);
    }
  const gone = new Set([...known].flatMap(({ parts }) => parts));
  return movements.filter((movement) => !gone.has(movement));
};
