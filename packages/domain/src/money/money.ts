import { type Currency, exponentOf } from './currency.ts';

export type { Currency } from './currency.ts';

/** An amount in minor units (cents for EUR, whole yen for JPY) of one currency. May be negative. */
export interface Money<C extends Currency = Currency> {
  readonly minor: bigint;
  readonly currency: C;
}

/** Builds money from minor units: `money(11900n, 'EUR')` is 119.00 euros. */
export const money = <C extends Currency>(minor: bigint, currency: C): Money<C> => ({ minor, currency });

export const zero = <C extends Currency>(currency: C): Money<C> => money(0n, currency);

export const add = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> => {
  assertSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
};

export const subtract = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> => {
  assertSameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
};

export const negate = <C extends Currency>(a: Money<C>): Money<C> => money(-a.minor, a.currency);

/** Adds up a list. The currency is named because an empty list has a sum too. */
export const sum = <C extends Currency>(currency: C, list: Iterable<Money<NoInfer<C>>>): Money<C> => {
  let total = zero(currency);
  for (const part of list) total = add(total, part);
  return total;
};

export const compare = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): -1 | 0 | 1 => {
  assertSameCurrency(a, b);
  if (a.minor === b.minor) return 0;
  return a.minor < b.minor ? -1 : 1;
};

/** Whether amount and currency are the same. Unlike `compare`, other currencies are simply not equal. */
export const equals = (a: Money, b: Money): boolean => a.currency === b.currency && a.minor === b.minor;

export const min = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> =>
  compare(a, b) <= 0 ? a : b;

/** Zero instead of what would be a negative amount. */
export const notBelowZero = <C extends Currency>(a: Money<C>): Money<C> =>
  a.minor < 0n ? zero(a.currency) : a;

export const isZero = (a: Money): boolean => a.minor === 0n;
export const isPositive = (a: Money): boolean => a.minor > 0n;
export const isNegative = (a: Money): boolean => a.minor < 0n;

/** The amount as a plain decimal with exactly the currency's decimals: `119.00`, `-0.05`, `500` (JPY). */
export const toDecimal = ({ minor, currency }: Money): string => {
  const exponent = exponentOf(currency);
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};

/** Amounts from the database carry their currency as data, so the compiler cannot see every mix-up. */
const assertSameCurrency = (a: Money, b: Money): void => {
  if (a.currency !== b.currency) {
    throw new RangeError(`Amounts in ${a.currency} and ${b.currency} cannot be combined.`);
  }
};
