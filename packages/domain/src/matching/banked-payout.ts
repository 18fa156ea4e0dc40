import { equals, type Money } from '../money/money.ts';
import type { BankMovement } from './incoming-credit.ts';

/** A payout of the provider that no statement has shown yet. */
export interface ExpectedPayout {
  readonly id: string;
  readonly net: Money;
  /** Day on which the provider has said it will arrive. */
  readonly arrivalOn: string | null;
}

/** Banks name the provider as the payer, or at least in the text. */
const PROVIDER = /\bstripe\b/i;
/** Weekends and bank holidays lie between the provider's word and the bank's. */
const DAYS = 7;
const DAY_MS = 86_400_000;

const daysApart = (one: string, other: string): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MS;

/**
 * The payout that a credit is, or null. Its money is in the books since the provider reported it, so it must not be
 * booked as if a customer had paid. Of several over the same amount it is the one whose day is nearest.
 */
export const payoutBehind = (
  { amount, valueOn, payer, texts, isGoingBack }: BankMovement,
  expected: readonly ExpectedPayout[],
): ExpectedPayout | null => {
  if (isGoingBack || !PROVIDER.test([payer ?? '', ...texts].join(' '))) return null;
  const apart = ({ arrivalOn }: ExpectedPayout): number =>
    arrivalOn === null ? Number.POSITIVE_INFINITY : daysApart(arrivalOn, valueOn);
  const fitting = expected.filter((payout) => equals(payout.net, amount) && apart(payout) <= DAYS);
  return fitting.toSorted((a, b) => apart(a) - apart(b))[0] ?? null;
};
