import { addDays } from '../workflow/calendar.ts';

/** So many days before a stored card expires its owner is told, each time once. */
const DAYS_BEFORE = [30, 7] as const;

/** The next day on which to tell of a card that expires; null where nothing is left to tell. */
export const nextNoticeOn = (expiresOn: string | null, today: string): string | null => {
  if (expiresOn === null) return null;
  const days = DAYS_BEFORE.map((before) => addDays(expiresOn, -before));
  return days.find((day) => day > today) ?? null;
};
