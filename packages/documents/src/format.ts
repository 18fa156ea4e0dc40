import { trimDecimal } from '@zahlwerk/domain/invoices/decimal';
import type { Supply } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { type Currency, exponentOf } from '@zahlwerk/domain/money/currency';
import { formatMoney, INTL_LOCALE, type Locale } from '@zahlwerk/domain/money/format-money';
import { type MoneyJson, moneyFromJson } from '@zahlwerk/domain/money/money.schema';

/** As `formatMoney`, with a true minus instead of the hyphen that Intl writes. */
export const formatAmount = (amount: MoneyJson, locale: Locale): string =>
  withMinus(formatMoney(moneyFromJson(amount), locale));

const withMinus = (text: string): string => text.replace(/^-/, '−');

/** A decimal text with local separators and at least `decimals` places. Intl is given the text, so it stays exact. */
export const formatDecimal = (text: string, locale: Locale, decimals = 0): string =>
  withMinus(
    new Intl.NumberFormat(INTL_LOCALE[locale], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: 8,
    }).format(trimDecimal(text) as `${number}`),
  );

/** The amount without its currency, for columns whose head names it. */
export const formatFigure = ({ amount, currency }: MoneyJson, locale: Locale): string =>
  formatDecimal(amount, locale, exponentOf(currency));

/** How the currency is written beside amounts: `€`, `CHF`, `US$`. */
export const currencySign = (currency: Currency, locale: Locale): string =>
  new Intl.NumberFormat(INTL_LOCALE[locale], { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

const dateFormat = (locale: Locale, options: Intl.DateTimeFormatOptions) => (day: string) =>
  new Intl.DateTimeFormat(INTL_LOCALE[locale], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `23.11.2026`, `23 Nov 2026`. */
export const shortDate = (day: string, locale: Locale): string =>
  dateFormat(locale, { day: '2-digit', month: locale === 'de' ? '2-digit' : 'short', year: 'numeric' })(day);

/** `23. November 2026`, `23 November 2026`. */
export const longDate = (day: string, locale: Locale): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })(day);

/** A day, a whole month by its name (enough for the law: § 31(4) UStDV), or a period. */
export const formatSupply = ({ from, to }: Supply, locale: Locale): string => {
  if (from === to) return shortDate(from, locale);
  if (from.endsWith('-01') && to === lastDayOfMonth(from))
    return dateFormat(locale, { month: 'long', year: 'numeric' })(from);
  return `${shortDate(from, locale)} – ${shortDate(to, locale)}`;
};

const lastDayOfMonth = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
};
