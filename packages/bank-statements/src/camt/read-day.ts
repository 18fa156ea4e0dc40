import { isCalendarDay } from '../calendar-day.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** The calendar day of a date or a date with time, as the bank writes it: its own time zone is the one that counts. */
export const readDay = (element: XmlElement | null): string | null => {
  if (!element) return null;
  const text = element.value('Dt') ?? element.value('DtTm');
  if (text === null) return element.refuse('ELEMENT_MISSING', 'Dt');
  const day = text.slice(0, 10);
  const rest = text.slice(10);
  const isWhole = rest === '' || /^(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.test(rest);
  return isCalendarDay(day) && isWhole ? day : element.refuse('DATE_MALFORMED', text);
};
