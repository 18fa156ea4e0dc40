import type { Money } from '../money/money.ts';

/** A movement on the business's account, as far as the rules of matching look at it. */
export interface BankMovement {
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly isBooked: boolean;
  /** Money that had been there or gone before: a reversal, or a return with the bank's reason. */
  readonly isGoingBack: boolean;
  readonly amount: Money;
  readonly valueOn: string;
  readonly payer: string | null;
  readonly payerIban: string | null;
  /** Everything the payer may have written a reference into: text, structured reference, end-to-end id. */
  readonly texts: readonly string[];
}

/** Why a movement is never matched with a claim: it is no money that somebody has paid. */
export type NoCredit = 'DEBIT' | 'GOING_BACK' | 'NOT_BOOKED';

export const whyNoCredit = (movement: BankMovement): NoCredit | null => {
  if (!movement.isBooked) return 'NOT_BOOKED';
  if (movement.isGoingBack) return 'GOING_BACK';
  return movement.direction === 'DEBIT' ? 'DEBIT' : null;
};
