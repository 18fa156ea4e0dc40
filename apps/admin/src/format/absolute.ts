import type { MoneyText } from './use-format.ts';

/** The amount without its sign, where words or a column say which way it goes. */
export const absolute = ({ minor, currency }: MoneyText): MoneyText => ({
  minor: minor.replace('-', ''),
  currency,
});
