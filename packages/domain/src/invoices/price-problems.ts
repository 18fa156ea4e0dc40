import type { Currency } from '../money/currency.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import type { FieldProblem } from '../workflow/refusal.ts';
import { multiplyRounded } from './decimal.ts';
import type { Discount } from './discount.ts';
import { type Priceable, priceInvoice } from './invoice-lines.ts';

/** Up to here eight decimals of a net price give back the net of a line to the minor unit. */
const LARGEST_QUANTITY = 100_000n;
/** Up to here the net price of the smallest part of one can be written down. */
const LARGEST_PRICE = 10n ** 9n;

/**
 * Why nothing can be asked for at these prices. A discount needs a price that it lowers, and takes no more than that: a
 * discount of more than everything would turn a claim into a debt.
 */
export const priceProblems = (priceable: Priceable, currency: Currency): readonly FieldProblem[] => {
  const priced = priceInvoice(priceable, currency);
  const ofLines = priced.lines.flatMap(({ discount, base }, index) =>
    discountProblem(discount, base.minor, currency, `lines.${index}.discount`),
  );
  const found = [...rangeProblems(priceable), ...ofLines];
  // What is left of the whole is not known before that.
  if (found.length > 0) return found;
  const whole = priced.groups.reduce((sum, { base }) => sum + (base.minor > 0n ? base.minor : 0n), 0n);
  return discountProblem(priceable.discount, whole, currency, 'discount');
};

/** Where prices include VAT, the e-invoice says the net price of one, which is the net of the line by its quantity. */
const rangeProblems = ({ lines, taxBehavior }: Priceable): readonly FieldProblem[] => {
  if (taxBehavior === 'EXCLUSIVE') return [];
  return lines.flatMap(({ quantity, unitPrice }, index) => [
    ...(isBeyond(quantity, LARGEST_QUANTITY) ? [tooLarge(`lines.${index}.quantity`)] : []),
    ...(isBeyond(unitPrice, LARGEST_PRICE) ? [tooLarge(`lines.${index}.unitPrice`)] : []),
  ]);
};

const isBeyond = (decimal: string, limit: bigint): boolean => {
  const whole = multiplyRounded('1', decimal, 0);
  return whole > limit || whole < -limit;
};

const tooLarge = (field: string): FieldProblem => ({ field, code: 'OUT_OF_RANGE' });

const discountProblem = (
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
