/** A moment as people at the business's place read it: local, to the minute, `2026-11-23T14:30`. */
export const localMoment = (at: Date, timeZone: string): string =>
  at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');
