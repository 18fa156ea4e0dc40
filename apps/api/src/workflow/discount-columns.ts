import type { Discount } from '@zahlwerk/domain/invoices/discount';

interface DiscountColumns {
  readonly discountPercent: string | null;
  readonly discountAmount: string | null;
  readonly discountReason: string | null;
}

/** The columns in which a case and each of its lines keep what is taken off. */
export const discountColumns = (discount: Discount | null): DiscountColumns => ({
  discountPercent: discount?.percent ?? null,
  discountAmount: discount?.amount ?? null,
  discountReason: discount?.reason ?? null,
});

export const toDiscount = (columns: DiscountColumns): Discount | null => {
  const { discountPercent: percent, discountAmount: amount, discountReason: reason } = columns;
  return percent === null && amount === null ? null : { percent, amount, reason };
};
