import type { MoneyJson } from '../money/money.schema.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import { percentOf } from './decimal.ts';

/** A discount as a frozen document shows it. */
export interface SnapshotDiscount {
  readonly percent: string | null;
  readonly base: MoneyJson;
  readonly amount: MoneyJson;
}

export interface WholeDiscount extends SnapshotDiscount {
  readonly parts: readonly (Pick<SnapshotDiscount, 'base' | 'amount'> & { readonly taxCase: string })[];
}

export const minor = (amount: MoneyJson): bigint => {
  const parsed = parseDecimal(amount.amount, amount.currency);
  return parsed.ok ? parsed.value.minor : 0n;
};

export const total = (amounts: readonly MoneyJson[]): bigint =>
  amounts.reduce((all, amount) => all + minor(amount), 0n);

export const amountsOf = (discount: Pick<SnapshotDiscount, 'base' | 'amount'> | null): MoneyJson[] =>
  discount ? [discount.base, discount.amount] : [];

/** Whether a line's net is `product`, its quantity × unit price, less what its discount takes off exactly that. */
export const isLineNet = (
  { net, discount }: { readonly net: MoneyJson; readonly discount: SnapshotDiscount | null },
  product: bigint,
): boolean => {
  if (!discount) return minor(net) === product;
  return (
    minor(discount.base) === product &&
    isShare(discount.percent, discount) &&
    minor(net) === product - minor(discount.amount)
  );
};

/** Whether the discount on the whole is taken off the sums of its lines, and its parts make it up. */
export const isWholeDiscount = (
  { percent, base, amount, parts }: WholeDiscount,
  sumOfLines: (taxCase?: string) => bigint,
): boolean =>
  minor(base) === sumOfLines() &&
  minor(amount) === total(parts.map((part) => part.amount)) &&
  new Set(parts.map(({ taxCase }) => taxCase)).size === parts.length &&
  parts.every((part) => minor(part.base) === sumOfLines(part.taxCase) && isShare(percent, part));

const isShare = (
  percent: string | null,
  { base, amount }: Pick<SnapshotDiscount, 'base' | 'amount'>,
): boolean => percent === null || minor(amount) === percentOf(minor(base), percent);
