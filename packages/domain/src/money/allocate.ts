import type { Currency } from './currency.ts';
import { type Money, money } from './money.ts';

/**
 * Splits an amount by ratios so that the parts always add up to it. What integer division leaves over goes,
 * one minor unit each, to the first parts with a ratio above zero.
 * Throws a RangeError for negative ratios and for ratios that are all zero.
 */
export const allocate = <C extends Currency>(amount: Money<C>, ratios: readonly bigint[]): Money<C>[] => {
  if (ratios.some((ratio) => ratio < 0n)) throw new RangeError('A ratio must not be negative.');
  const whole = ratios.reduce((total, ratio) => total + ratio, 0n);
  if (whole === 0n) throw new RangeError('At least one ratio must be above zero.');

  const shares = ratios.map((ratio) => (amount.minor * ratio) / whole);
  let rest = amount.minor - shares.reduce((total, share) => total + share, 0n);
  const step = rest < 0n ? -1n : 1n;
  return shares.map((share, index) => {
    if (rest === 0n || ratios[index] === 0n) return money(share, amount.currency);
    rest -= step;
    return money(share + step, amount.currency);
  });
};
