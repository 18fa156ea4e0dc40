import { INTL_LOCALE, type Locale } from '@zahlwerk/domain/money/format-money';
import { type Day, daysBetween } from './parse-date.ts';

/** An instant as the API writes it, in UTC. */
export type Instant = string;

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(INTL_LOCALE[locale], options);
  formatters.set(key, known);
  return known;
};

const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

/** A calendar day: `23.11.2026` or `23/11/2026`. Days have no time zone. */
export const formatDay = (day: Day, locale: Locale): string =>
  formatter(locale, { ...DAY, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** A calendar day in words, short: `23. Nov.` or `23 Nov`. */
export const formatShortDay = (day: Day, locale: Locale): string =>
  formatter(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** An instant in the business's time zone: `23.11.2026, 14:05`. */
export const formatInstant = (at: Instant, locale: Locale, timeZone: string): string =>
  formatter(locale, { ...DAY, ...TIME, timeZone }).format(new Date(at));

export const formatTime = (at: Instant, locale: Locale, timeZone: string): string =>
  formatter(locale, { ...TIME, timeZone }).format(new Date(at));

/** The calendar day of an instant in the business's time zone. */
export const dayOf = (at: Date, timeZone: string): Day =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    at,
  );

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago, or how far ahead: `vor 3 Stunden`, `in 2 days`; under a minute it is `now`. */
export const formatAgo = (at: Instant, now: Date, locale: Locale): string => {
  const seconds = Math.round((Date.parse(at) - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(0, 'second');
};

/** A day relative to today: `heute`, `in 3 Tagen`, `vor 5 Tagen`. */
export const formatDaysFrom = (day: Day, today: Day, locale: Locale): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(daysBetween(today, day), 'day');
