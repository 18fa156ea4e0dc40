import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Money } from '@zahlwerk/domain/money/money';
import { parseDecimal } from '@zahlwerk/domain/money/parse-decimal';
import { isCalendarDay } from '../calendar-day.ts';
import type { CsvDay, CsvMapping } from './csv-mapping.ts';

const PATTERNS: Readonly<Record<CsvDay, RegExp>> = {
  'DD.MM.YYYY': /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})$/,
  'DD.MM.YY': /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{2})$/,
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
};

/** A day as the bank writes it; two digits of a year are of this century. Null for what is no day. */
export const readCsvDay = (text: string, forms: readonly CsvDay[]): string | null => {
  for (const form of forms) {
    const parts = PATTERNS[form].exec(text.trim())?.groups;
    const day = parts ? `${parts.year?.padStart(4, '20')}-${parts.month}-${parts.day}` : '';
    if (isCalendarDay(day)) return day;
  }
  return null;
};

/** With all groups of thousands or none, so that `1.23` of a bank that writes commas is an error and not 123. */
const AMOUNTS: Readonly<Record<CsvMapping['decimal'], RegExp>> = {
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/,
  '.': /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
};

/** A signed amount; a sign or a currency may stand behind it too. Null for what is no amount. */
export const readCsvAmount = (
  text: string,
  decimal: CsvMapping['decimal'],
  currency: Currency,
): Money | null => {
  const plain = text.replace(/[\s\u00a0€]|EUR/g, '').replace(/^([^+-].*)([+-])$/, '$2$1');
  const [, sign, whole = '', fraction] = AMOUNTS[decimal].exec(plain) ?? [];
  if (whole === '') return null;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const parsed = parseDecimal(
    `${sign === '-' ? '-' : ''}${digits}${fraction ? `.${fraction}` : ''}`,
    currency,
  );
  return parsed.ok ? parsed.value : null;
};
