import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { parseDecimal } from '@zahlwerk/domain/money/parse-decimal';

export interface SplitSum {
  readonly given: Money;
  /** What is left of the credit; below zero when more is given than there is. */
  readonly rest: Money;
}

const minorOf = (text: string, locale: Locale, currency: Currency): bigint => {
  const parsed = parseAmount(text, locale, currency);
  const exact = parsed.ok ? parseDecimal(parsed.decimal, currency) : null;
  return exact?.ok ? exact.value.minor : 0n;
};

/** What the parts of a credit come to so far, and what is left of it; a part that is no amount yet counts nothing. */
export const splitSum = (
  amounts: readonly string[],
  available: bigint,
  locale: Locale,
  currency: Currency,
): SplitSum => {
  const given = amounts.reduce((sum, text) => sum + minorOf(text, locale, currency), 0n);
  return { given: money(given, currency), rest: money(available - given, currency) };
};
