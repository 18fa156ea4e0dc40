import { type Currency, isCurrency } from './currency.ts';
import { parseAmount } from './parse-amount.ts';
import { parseDecimal } from './parse-decimal.ts';

export interface AmountMeant {
  readonly minors: readonly bigint[];
  /** Null when the text names none: then any currency may be meant. */
  readonly currency: Currency | null;
  /** Written as money, with decimals, groups or a currency; a bare `119` may as well be part of a number. */
  readonly isCertain: boolean;
}

const SIGNS: Readonly<Record<string, Currency>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const PARTS = /^([A-Z]{3}|[€$£¥])?\s*([\d.,'’\s]*\d)\s*([A-Z]{3}|[€$£¥])?$/i;

const currencyOf = (name: string | undefined): Currency | null => {
  const known = name === undefined ? undefined : (SIGNS[name] ?? name.toUpperCase());
  return known !== undefined && isCurrency(known) ? known : null;
};

/**
 * The amounts that somebody may have in mind who looks for `119`, `119,00` or `1.190,00 €`, written the German or the
 * English way, in minor units; null when the text is no amount. Decimals are those of the currency named, else of `home`.
 */
export const amountMeant = (text: string, home: Currency): AmountMeant | null => {
  const [, before, digits = '', after] = PARTS.exec(text.trim()) ?? [];
  const named = before ?? after;
  const currency = currencyOf(named);
  if (!digits || (before && after) || (named !== undefined && currency === null)) return null;
  const minors = (['de', 'en'] as const).flatMap((locale) => {
    const read = parseAmount(digits, locale, currency ?? home);
    const money = read.ok ? parseDecimal(read.decimal, currency ?? home) : null;
    return money?.ok ? [money.value.minor] : [];
  });
  if (minors.length === 0) return null;
  return {
    minors: [...new Set(minors)],
    currency,
    isCertain: currency !== null || !/^\d+$/.test(digits),
  };
};
