import { isCurrency } from '@zahlwerk/domain/money/currency';
import { formatMoney, INTL_LOCALE, type Locale } from '@zahlwerk/domain/money/format-money';
import { money } from '@zahlwerk/domain/money/money';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from './business-context.ts';
import {
  formatAgo,
  formatDay,
  formatDaysFrom,
  formatInstant,
  formatShortDay,
  formatTime,
  type Instant,
} from './format-date.ts';
import type { Day } from './parse-date.ts';

/** An amount as the API sends it: minor units as text, so that no float ever touches it. */
export interface MoneyText {
  readonly minor: string;
  readonly currency: string;
}

export const formatMoneyText = ({ minor, currency }: MoneyText, locale: Locale): string =>
  isCurrency(currency) ? formatMoney(money(BigInt(minor), currency), locale) : `${minor} ${currency}`;

export interface Format {
  readonly locale: Locale;
  readonly money: (amount: MoneyText) => string;
  readonly number: (value: number) => string;
  readonly day: (day: Day) => string;
  readonly shortDay: (day: Day) => string;
  readonly instant: (at: Instant) => string;
  readonly time: (at: Instant) => string;
  readonly ago: (at: Instant) => string;
  readonly daysFrom: (day: Day) => string;
}

/** Formatting in the chosen language and the time zone of the business. */
export const useFormat = (): Format => {
  const { i18n } = useTranslation();
  const { timeZone, today } = useBusiness();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'de';
  return useMemo(
    () => ({
      locale,
      money: (amount) => formatMoneyText(amount, locale),
      number: (value) => new Intl.NumberFormat(INTL_LOCALE[locale]).format(value),
      day: (day) => formatDay(day, locale),
      shortDay: (day) => formatShortDay(day, locale),
      instant: (at) => formatInstant(at, locale, timeZone),
      time: (at) => formatTime(at, locale, timeZone),
      ago: (at) => formatAgo(at, new Date(), locale),
      daysFrom: (day) => formatDaysFrom(day, today, locale),
    }),
    [locale, timeZone, today],
  );
};
