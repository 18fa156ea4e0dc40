/** A `date` column travels as midnight UTC. These two are the only way in and out, so that no time zone gets in between. */
export const dayToDate = (day: string): Date => {
  const date = new Date(`${day}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime()) || dateToDay(date) !== day)
    throw new RangeError(`"${day}" is no calendar day.`);
  return date;
};

/** YYYY-MM-DD of a value read from a `date` column. */
export const dateToDay = (date: Date): string => date.toISOString().slice(0, 10);
