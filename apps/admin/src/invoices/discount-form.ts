import type { InvoiceLine } from '@zahlwerk/domain/invoices/invoice-lines';
import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { parseAmount, toPlainDecimal } from '@zahlwerk/domain/money/parse-amount';

/** A discount while it is typed: `10 %` is a share, `5,00` an amount, nothing is none. */
export interface DiscountValues {
  readonly discount: string;
  readonly discountReason: string;
}

export const NO_DISCOUNT: DiscountValues = { discount: '', discountReason: '' };

/** What was typed, null for nothing. */
export const readDiscount = (
  { discount, discountReason }: DiscountValues,
  locale: Locale,
  currency: Currency,
): InvoiceLine['discount'] | 'INVALID' => {
  const typed = discount.trim();
  if (typed === '') return null;
  const isShare = typed.endsWith('%');
  const figure = isShare
    ? toPlainDecimal(typed.slice(0, -1).replace(/\s/g, ''), locale)
    : decimalOf(typed, locale, currency);
  if (figure === null || figure.startsWith('-') || !/[1-9]/.test(figure)) return 'INVALID';
  if (isShare && !isPercentage(figure)) return 'INVALID';
  const reason = discountReason.trim() || null;
  return { percent: isShare ? figure : null, amount: isShare ? null : figure, reason };
};

const decimalOf = (typed: string, locale: Locale, currency: Currency): string | null => {
  const parsed = parseAmount(typed, locale, currency);
  return parsed.ok ? parsed.decimal : null;
};

/** Up to a hundred, judged by its digits. */
const isPercentage = (figure: string): boolean => /^(\d{1,2}(\.\d{1,8})?|100(\.0+)?)$/.test(figure);
