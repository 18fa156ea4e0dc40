/** A calendar day as the API writes it: `2026-11-23`. */
export type Day = string;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

const toDay = (year: number, month: number, day: number): Day | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
};

export const addDays = (day: Day, count: number): Day => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * Reads a day typed the local way, day before month in both languages: `23.11.`, `23.11.26`, `23/11/2026`, `2311`,
 * also `+14` (days from today) and the API's own `2026-11-23`. Without a year the date nearest to `today` is meant.
 */
export const parseDay = (typed: string, today: Day): Day | null => {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const offset = /^\+(\d{1,3})$/.exec(text);
  if (offset) return addDays(today, Number(offset[1]));
  const parts =
    /^(\d{1,2})[./ ]+(\d{1,2})(?:[./ ]+(\d{4}|\d{2})?)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text);
  if (!parts) return null;
  const [, day, month, year] = parts;
  if (year) return toDay(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
  return nearest(Number(month), Number(day), today);
};

const nearest = (month: number, day: number, today: Day): Day | null => {
  const thisYear = Number(today.slice(0, 4));
  return (
    [thisYear, thisYear + 1, thisYear - 1]
      .map((year) => toDay(year, month, day))
      .filter((candidate) => candidate !== null)
      .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
  );
};
