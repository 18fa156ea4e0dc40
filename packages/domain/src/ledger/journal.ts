import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import type { AccountKey } from './accounts.ts';

/** One side of a journal entry in minor units: positive is debit, negative is credit, zero does not exist. */
export interface JournalLine {
  readonly account: AccountKey;
  readonly minor: bigint;
}

/**
 * A balanced entry to be posted. `source` and `purpose` together are unique in a business, so that the
 * same evidence can never be posted twice.
 */
export interface JournalDraft {
  readonly source: string;
  readonly purpose: JournalPurpose;
  readonly postedOn: string;
  readonly currency: Currency;
  readonly lines: readonly JournalLine[];
}

export type JournalPurpose =
  | 'INVOICE'
  | 'STATEMENT'
  | 'STORNO'
  | 'PAYMENT'
  | 'ALLOCATION'
  | 'ADJUSTMENT'
  | 'FEE'
  | 'REFUND'
  | 'DISPUTE'
  | 'PAYOUT';

export const journal = (
  source: string,
  purpose: JournalPurpose,
  postedOn: string,
  currency: Currency,
  lines: readonly JournalLine[],
): JournalDraft => ({
  source,
  purpose,
  postedOn,
  currency,
  lines: lines.filter((line) => line.minor !== 0n),
});

/** An entry that moves one amount from the account `credit` to the account `debit`. */
export const transfer = (
  source: string,
  purpose: JournalPurpose,
  postedOn: string,
  amount: Money,
  { debit, credit }: { readonly debit: AccountKey; readonly credit: AccountKey },
): JournalDraft =>
  journal(source, purpose, postedOn, amount.currency, [
    { account: debit, minor: amount.minor },
    { account: credit, minor: -amount.minor },
  ]);

/** The counter-entry of `original`, line by line. */
export const counterEntry = (
  source: string,
  purpose: JournalPurpose,
  postedOn: string,
  original: JournalDraft,
): JournalDraft =>
  journal(
    source,
    purpose,
    postedOn,
    original.currency,
    original.lines.map((line) => ({ ...line, minor: -line.minor })),
  );

/** True when debits equal credits and there are at least two lines, as the database demands again. */
export const isBalanced = (entry: JournalDraft): boolean =>
  entry.lines.length >= 2 && entry.lines.reduce((total, line) => total + line.minor, 0n) === 0n;
