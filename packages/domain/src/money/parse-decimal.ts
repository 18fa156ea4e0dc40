import { type Currency, exponentOf } from './currency.ts';
import { type Money, money } from './money.ts';

export type ParseDecimalCode = 'MALFORMED' | 'TOO_MANY_DECIMALS' | 'OUT_OF_RANGE';
export type ParsedDecimal<C extends Currency> =
  | { readonly ok: true; readonly value: Money<C> }
  | { readonly ok: false; readonly code: ParseDecimalCode };

/** Leaves room for sums of thousands of amounts below Postgres's BIGINT (about 9.2 × 10^18). */
export const MAX_MINOR = 10n ** 15n;

const LONGEST = 24;
const DECIMAL = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/**
 * Reads a plain decimal such as `119.00`, `119` or `-0.5` without ever becoming a float.
 * Refuses other spellings (`1e3`, `1,00`, `+1`, full-width digits), more decimals than the currency has
 * (also when they are zeros), and amounts beyond `MAX_MINOR` minor units.
 */
export const parseDecimal = <C extends Currency>(text: string, currency: C): ParsedDecimal<C> => {
  if (text.length > LONGEST) return { ok: false, code: DECIMAL.test(text) ? 'OUT_OF_RANGE' : 'MALFORMED' };
  const match = DECIMAL.exec(text);
  if (!match) return { ok: false, code: 'MALFORMED' };
  const [, sign, whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  if (fraction.length > exponent) return { ok: false, code: 'TOO_MANY_DECIMALS' };
  const magnitude = BigInt(whole + fraction.padEnd(exponent, '0'));
  if (magnitude > MAX_MINOR) return { ok: false, code: 'OUT_OF_RANGE' };
  return { ok: true, value: money(sign === '-' ? -magnitude : magnitude, currency) };
};
