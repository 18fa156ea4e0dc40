import type { Currency } from './currency.ts';
import { type Money, toDecimal } from './money.ts';

export type Locale = 'de' | 'en';

/** English is set the British way: the readers are European, and `US$` is then told apart from other dollars. */
export const INTL_LOCALE = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Locale, string>;

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * The amount as people read it: `1.234,56 €` (de, with a no-break space) or `€1,234.56` (en).
 * Intl is given the exact decimal string, so nothing is rounded on the way.
 */
export const formatMoney = (amount: Money, locale: Locale): string =>
  formatterFor(amount.currency, locale).format(toDecimal(amount) as `${number}`);

const formatterFor = (currency: Currency, locale: Locale): Intl.NumberFormat => {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const created = new Intl.NumberFormat(INTL_LOCALE[locale], { style: 'currency', currency });
  formatters.set(key, created);
  return created;
};
