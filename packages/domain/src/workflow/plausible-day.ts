import { addYears } from './calendar.ts';

/** Why a calendar day cannot be meant; each code has its sentence at the field. */
export type DayProblem = 'TOO_LONG_AGO' | 'IN_THE_PAST' | 'IN_THE_FUTURE' | 'TOO_FAR_AHEAD';

/** What lies further away than this, behind or ahead, is a typing error. */
const YEARS = 10;

/** A day on which something is due: from today on. */
export const dueDayProblem = (day: string, today: string): DayProblem | null => {
  if (day < today) return 'IN_THE_PAST';
  return day > addYears(today, YEARS) ? 'TOO_FAR_AHEAD' : null;
};

/** A day on which something has happened: today at the latest. Agreements may be older than money. */
export const pastDayProblem = (day: string, today: string, years = YEARS): DayProblem | null => {
  if (day > today) return 'IN_THE_FUTURE';
  return day < addYears(today, -years) ? 'TOO_LONG_AGO' : null;
};

/** A day of supply, which may lie before the invoice or, with an advance, after it. */
export const supplyDayProblem = (day: string, today: string): DayProblem | null => {
  if (day < addYears(today, -YEARS)) return 'TOO_LONG_AGO';
  return day > addYears(today, YEARS) ? 'TOO_FAR_AHEAD' : null;
};
