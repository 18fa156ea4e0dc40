import { addDays, type Day } from '../format/parse-date.ts';

/** Whether a statement can be made of these days: in order, and at most a year. */
export const isStatementPeriod = (from: Day | null, until: Day | null): boolean =>
  from !== null && until !== null && from <= until && until < yearAfter(from);

const yearAfter = (day: Day): Day => {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  // The year after a leap day begins a day later.
  return next.endsWith('-02-29') ? addDays(`${next.slice(0, 4)}-02-28`, 1) : next;
};
