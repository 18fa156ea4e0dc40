import type { Currency } from './currency.ts';
import type { Locale } from './format-money.ts';
import { toDecimal } from './money.ts';
import { type ParseDecimalCode, parseDecimal } from './parse-decimal.ts';

export type ParsedAmount =
  | { readonly ok: true; readonly decimal: string }
  | { readonly ok: false; readonly code: ParseDecimalCode };

const SEPARATORS = {
  de: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
} as const satisfies Record<Locale, { decimal: string; group: string }>;

/**
 * Reads an amount typed the local way (`1.234,56` in German, `1,234.56` in English) into the exact decimal
 * text of the API (`1234.56`). The other language's decimal mark is understood where it cannot be meant as a
 * group (`12.5` in German), currency signs and spaces are ignored, and nothing is ever rounded.
 */
export const parseAmount = (typed: string, locale: Locale, currency: Currency): ParsedAmount => {
  const text = typed.replace(/[\s\u00a0\u202f'’€$£]|[A-Z]{3}$/g, '').replace(/^[−–]/, '-');
  const plain = toPlainDecimal(text, locale);
  if (plain === null) return { ok: false, code: 'MALFORMED' };
  const parsed = parseDecimal(plain, currency);
  return parsed.ok ? { ok: true, decimal: toDecimal(parsed.value) } : parsed;
};

/** A number that is no money, such as a quantity or a tax rate: `1,5` becomes `1.5`; null when it is none. */
export const toPlainDecimal = (text: string, locale: Locale): string | null => {
  const { decimal, group } = SEPARATORS[locale];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`);
  const local = new RegExp(`^-?\\d*(\\${decimal}\\d*)?$`);
  const foreign = new RegExp(`^-?\\d+\\${group}\\d{1,2}$`);
  if (!/\d/.test(text)) return null;
  if (grouped.test(text)) return normalize(text.replaceAll(group, '').replace(decimal, '.'));
  if (local.test(text)) return normalize(text.replace(decimal, '.'));
  if (foreign.test(text)) return normalize(text.replace(group, '.'));
  return null;
};

const normalize = (text: string): string => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction ? `${sign}${digits}.${fraction}` : `${sign}${digits}`;
};
