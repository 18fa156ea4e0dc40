import { INTL_LOCALE, type Locale } from '@zahlwerk/domain/money/format-money';

/** A calendar day `YYYY-MM-DD`. It belongs to no time zone. */
export type Day = string;

/** A day, or a minute on it `YYYY-MM-DDTHH:MM`, as the clock of the business shows it. */
export type Moment = string;

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/;

/** `23. November 2026` or `23 November 2026`, day and month held together. Throws a RangeError for what is no calendar day. */
export const formatDay = (day: Day, locale: Locale): string =>
  format(day, locale, { day: 'numeric', month: 'long', year: 'numeric' }).replace(' ', '\u00a0');

/** `23.11.2026` or `23/11/2026`, for SMS. */
export const formatShortDay = (day: Day, locale: Locale): string =>
  format(day, locale, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** A day as `formatDay` writes it; with a time of day `23. November 2026, 14:30 Uhr` or `23 November 2026, 14:30`. */
export const formatMoment = (moment: Moment, locale: Locale): string => {
  const [, day = '', time] = SHAPE.exec(moment) ?? [];
  if (time === undefined) return formatDay(day, locale);
  return `${formatDay(day, locale)}, ${time}${locale === 'de' ? '\u00a0Uhr' : ''}`;
};

/** The day is read and written in UTC, so no time zone of a server can move it. */
const format = (day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw new RangeError('A date in a message must be a calendar day, YYYY-MM-DD.');
  return new Intl.DateTimeFormat(INTL_LOCALE[locale], { ...options, timeZone: 'UTC' }).format(date);
};
