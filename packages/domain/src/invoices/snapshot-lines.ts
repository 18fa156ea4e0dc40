import { exponentOf } from '../money/currency.ts';
import type { Locale } from '../money/format-money.ts';
import { moneyToJson } from '../money/money.schema.ts';
import { add, type Currency, isPositive, type Money, money, subtract, sum } from '../money/money.ts';
import { netOfGross, pricePerUnit } from './decimal.ts';
import { type Discount, discountReason } from './discount.ts';
import type { Priceable, PricedInvoice, PricedLine } from './invoice-lines.ts';
import type { InvoiceSnapshot, SnapshotLine } from './invoice-snapshot.schema.ts';

interface Reading extends Priceable {
  readonly locale: Locale;
}

/**
 * A line as the frozen document holds it: net, as EN 16931 knows lines alone, and beside that what the customer was told
 * where prices include VAT.
 */
export const snapshotLine = (line: PricedLine, position: number, reading: Reading): SnapshotLine => {
  const { name, description, quantity, unit, taxCase, rate, net } = line;
  const isNet = reading.taxBehavior === 'EXCLUSIVE';
  const taken = isNet ? line.taken : netPart(line.taken, rate);
  const base = add<Currency>(net, taken);
  return {
    ...{ position, name, description, quantity, unit, taxCase, rate },
    unitPrice: isNet ? line.unitPrice : pricePerUnit(base.minor, exponentOf(base.currency), quantity),
    discount: shown(line.discount, reading, { base, taken }, isNet),
    net: moneyToJson(net),
    gross: isNet
      ? null
      : {
          unitPrice: line.unitPrice,
          discount: shown(line.discount, reading, line, true),
          amount: moneyToJson(line.amount),
        },
  };
};

/** What was taken off the sum of the lines. Net, a part is what the net of its tax case is lowered by. */
export const snapshotDiscount = (
  reading: Reading,
  { lines, groups, base, taken, net }: PricedInvoice,
): InvoiceSnapshot['discount'] => {
  const { discount, taxBehavior } = reading;
  if (!discount) return null;
  const isNet = taxBehavior === 'EXCLUSIVE';
  const netOf = (of: readonly PricedLine[]): Money =>
    sum<Currency>(
      net.currency,
      of.map((line) => line.net),
    );
  const parts = groups
    .filter((group) => isPositive(group.base))
    .map((group) => {
      const own = netOf(lines.filter(({ taxCase }) => taxCase === group.taxCase));
      return { taxCase: group.taxCase, base: own, taken: subtract<Currency>(own, group.net) };
    });
  const whole = netOf(lines);
  return {
    ...discountOf(discount, reading, { base: whole, taken: subtract<Currency>(whole, net) }, isNet),
    parts: parts.map((part) => ({
      taxCase: part.taxCase,
      base: moneyToJson(part.base),
      amount: moneyToJson(part.taken),
    })),
    gross: isNet ? null : discountOf(discount, reading, { base, taken }, true),
  };
};

interface Taken {
  readonly base: Money;
  readonly taken: Money;
}

const netPart = (gross: Money, rate: string): Money => money(netOfGross(gross.minor, rate), gross.currency);

const shown = (
  discount: Discount | null,
  reading: Reading,
  taken: Taken,
  isAgreed: boolean,
): SnapshotLine['discount'] => discount && discountOf(discount, reading, taken, isAgreed);

/** A share that was agreed on gross prices is not to the cent one of the net: it is frozen where it was agreed. */
const discountOf = (discount: Discount, { locale }: Reading, { base, taken }: Taken, isAgreed: boolean) => ({
  percent: isAgreed ? discount.percent : null,
  reason: discountReason(discount, locale),
  base: moneyToJson(base),
  amount: moneyToJson(taken),
});
