/** A calendar day `days` after another one; days are ISO 8601 strings (YYYY-MM-DD) without a time zone. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
