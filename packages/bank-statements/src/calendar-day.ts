const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that the calendar has, as YYYY-MM-DD; the 30th of February is none. */
export const isCalendarDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
