/** Milliseconds by which a zone's wall clock is ahead of UTC at an instant. */
const aheadOfUtc = (instant: number, timeZone: string): number => {
  const wall = new Date(instant).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
};

/** The instant at which clocks in a zone show this day (YYYY-MM-DD) and second of the day. */
export const instantOf = (day: string, second: number, timeZone: string): Date => {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + second * 1000;
  return new Date(asUtc - aheadOfUtc(asUtc - aheadOfUtc(asUtc, timeZone), timeZone));
};

/** The calendar day in a zone. */
export const dayIn = (instant: Date, timeZone: string): string =>
  instant.toLocaleString('sv-SE', { timeZone }).slice(0, 10);

/**
 * The instant of a moment of the story. What happens on the day that has not ended yet is drawn together, so that it
 * lies in the past and keeps its order.
 */
export const storyInstant = (day: string, second: number, timeZone: string, now: Date): Date => {
  if (day !== dayIn(now, timeZone)) return instantOf(day, second, timeZone);
  const midnight = instantOf(day, 0, timeZone).getTime();
  return new Date(midnight + ((now.getTime() - midnight) * second) / 86_400);
};

/** A number from 0 up to 1 that belongs to a name: the same in every seed (FNV-1a). */
export const chance = (name: string): number => {
  let hash = 2_166_136_261;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  // The low bits of short names are alike; mix once more.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};

export const isWeekend = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};
