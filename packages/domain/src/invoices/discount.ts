import type { Locale } from '../money/format-money.ts';

/**
 * What is taken off a line, or off the whole: a share of it or an amount, never both (§ 14(4) Nr. 7 UStG: what was agreed
 * beforehand is in the price). Skonto is none of these: it depends on when the money comes.
 */
export interface Discount {
  /** Per cent, as a decimal string; null where an amount is agreed. */
  readonly percent: string | null;
  /** Decimal string in the invoice's currency, with no more decimals than that has; null where a share is agreed. */
  readonly amount: string | null;
  /** What it is given for; null prints the standard word. */
  readonly reason: string | null;
}

const STANDARD_REASON = { de: 'Rabatt', en: 'Discount' } as const;

/** What it is given for, as a document says it: EN 16931 asks for a reason (BR-33, BR-42). */
export const discountReason = ({ reason }: Discount, locale: Locale): string =>
  reason?.trim() || STANDARD_REASON[locale];
