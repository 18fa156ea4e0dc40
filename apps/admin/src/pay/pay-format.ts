import { isCurrency } from '@zahlwerk/domain/money/currency';
import { formatMoney, INTL_LOCALE } from '@zahlwerk/domain/money/format-money';
import { money } from '@zahlwerk/domain/money/money';
import type { Language } from './words.ts';

/** Formatting for the customer: their language, and their own clock for instants. */
export const payFormat = (language: Language) => ({
  money: ({ minor, currency }: { minor: string; currency: string }): string =>
    isCurrency(currency) ? formatMoney(money(BigInt(minor), currency), language) : `${minor} ${currency}`,
  /** Of hundredths of a percent. */
  percent: (basisPoints: number): string =>
    new Intl.NumberFormat(INTL_LOCALE[language]).format(basisPoints / 100),
  day: (day: string): string =>
    new Intl.DateTimeFormat(INTL_LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
  instant: (at: string): string =>
    new Intl.DateTimeFormat(INTL_LOCALE[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    ),
});

export type PayFormat = ReturnType<typeof payFormat>;

export const groupIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
