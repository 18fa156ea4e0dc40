/** One movement of the provider's balance in minor units of its own currency; what goes out is negative. */
export interface Movement {
  /** The provider's balance transaction. */
  readonly ref: string;
  /** The charge, refund, dispute or payout that it comes from; null where the provider names none. */
  readonly sourceRef: string | null;
  readonly currency: string;
  readonly gross: bigint;
  readonly fee: bigint;
}

/** What the books say of one object of the provider, in the same terms. */
export interface Booked {
  readonly sourceRef: string;
  readonly currency: string;
  readonly gross: bigint;
  /** Null where fees are not booked with the movement. */
  readonly fee: bigint | null;
}

/** Converted money bears another amount at the provider; that it went the same way must do. */
const isSameAmount = (booked: Booked, { currency, gross }: Movement): boolean =>
  booked.currency === currency ? booked.gross === gross : booked.gross > 0n === gross > 0n;

/** Whether the books know of a movement: the same source, direction, amount and fee. */
export const isBooked = (movement: Movement, booked: readonly Booked[]): boolean =>
  booked.some(
    (one) =>
      one.sourceRef === movement.sourceRef &&
      isSameAmount(one, movement) &&
      (one.fee === null || one.fee === movement.fee),
  );
