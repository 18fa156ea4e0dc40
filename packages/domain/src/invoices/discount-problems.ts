import type { Currency } from '../money/currency.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import type { FieldProblem } from '../workflow/refusal.ts';
import type { Discount } from './discount.ts';
import { type Priceable, priceInvoice } from './invoice-lines.ts';

/**
 * Why a discount cannot be given: there is no price that it could lower, it takes more than that, or it has more decimals
 * than the currency. A discount of more than everything would turn a claim into a debt.
 */
export const discountProblems = (
  { lines, discount }: Priceable,
  currency: Currency,
): readonly FieldProblem[] => {
  const priced = priceInvoice({ lines, discount }, currency);
  const ofLines = priced.lines.flatMap(({ discount: own, base }, index) =>
    problemOf(own, base.minor, currency, `lines.${index}.discount`),
  );
  // What is left of the whole is not known before that.
  if (ofLines.length > 0) return ofLines;
  const whole = priced.groups.reduce((sum, { base }) => sum + (base.minor > 0n ? base.minor : 0n), 0n);
  return problemOf(discount, whole, currency, 'discount');
};

const problemOf = (
  discount: Discount | null,
  base: bigint,
  currency: Currency,
  field: string,
): readonly FieldProblem[] => {
  if (!discount) return [];
  if (base <= 0n) return [{ field, code: 'DISCOUNT_WITHOUT_PRICE' }];
  if (discount.amount === null) return [];
  const amount = parseDecimal(discount.amount, currency);
  if (!amount.ok) return [{ field: `${field}.amount`, code: amount.code }];
  return amount.value.minor > base ? [{ field, code: 'DISCOUNT_TOO_LARGE' }] : [];
};
