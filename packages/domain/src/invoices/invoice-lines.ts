import { allocate } from '../money/allocate.ts';
import { type Currency, exponentOf } from '../money/currency.ts';
import { type Money, money } from '../money/money.ts';
import { multiplyRounded, percentOf } from './decimal.ts';
import type { Discount } from './discount.ts';
import { TAX_CASE_NAMES, type TaxCase, taxCaseRule, type VatCategory } from './tax-case.ts';
import type { UnitCode } from './unit.ts';

/** One position: what was supplied, how much of it, at which net price. Quantity and price are decimal strings. */
export interface InvoiceLine {
  readonly name: string;
  readonly description: string | null;
  readonly quantity: string;
  readonly unit: UnitCode;
  /** Net price of one unit in the invoice's currency; may have more decimals than the currency. */
  readonly unitPrice: string;
  /** What is taken off this line; null for nothing. */
  readonly discount: Discount | null;
  readonly taxCase: TaxCase;
  /** The paragraph that exempts a line of the case DE_EXEMPT; null for all others. */
  readonly exemptionReason: string | null;
}

/** What an amount is computed from. */
export interface Priceable {
  readonly lines: readonly InvoiceLine[];
  /** What is taken off the sum of the lines; null for nothing. */
  readonly discount: Discount | null;
}

export interface PricedLine<C extends Currency = Currency> extends InvoiceLine {
  readonly rate: string;
  /** Quantity × unit price. */
  readonly base: Money<C>;
  /** What its discount takes off that. */
  readonly taken: Money<C>;
  readonly net: Money<C>;
}

export interface VatGroup<C extends Currency = Currency> {
  readonly taxCase: TaxCase;
  readonly category: VatCategory;
  readonly rate: string;
  /** The sum of its lines. */
  readonly base: Money<C>;
  /** Its part of the discount on the whole. */
  readonly taken: Money<C>;
  readonly net: Money<C>;
  readonly vat: Money<C>;
}

export interface PricedInvoice<C extends Currency = Currency> {
  readonly lines: readonly PricedLine<C>[];
  /** One per tax case in use, in the order of the tax case table. */
  readonly groups: readonly VatGroup<C>[];
  /** The sum of the lines, before the discount on the whole. */
  readonly base: Money<C>;
  readonly taken: Money<C>;
  readonly net: Money<C>;
  readonly vat: Money<C>;
  readonly gross: Money<C>;
}

/**
 * Prices lines as EN 16931 does (BR-CO-10 to 15): each line's net is quantity × unit price less its discount, each rounded
 * half away from zero; a discount on the whole is taken off the sum of each tax case; VAT is taken on what is left of each
 * and rounded once; gross is net plus VAT.
 * Throws a RangeError for a quantity or price that is no plain decimal: parse input first.
 */
export const priceInvoice = <C extends Currency>(
  { lines, discount }: Priceable,
  currency: C,
): PricedInvoice<C> => {
  const priced = lines.map((line) => priceLine(currency, line));
  const bases = basesOf(priced);
  const taken = takenOff(
    discount,
    bases.map(({ base }) => base),
    currency,
  );
  const groups = bases.map(({ taxCase, base }, index) =>
    groupOf(currency, taxCase, base, taken[index] ?? 0n),
  );
  const total = (of: (group: VatGroup<C>) => Money<C>): Money<C> =>
    money(
      groups.reduce((all, group) => all + of(group).minor, 0n),
      currency,
    );
  const [net, vat] = [total((group) => group.net), total((group) => group.vat)];
  return {
    lines: priced,
    groups,
    base: total((group) => group.base),
    taken: total((group) => group.taken),
    net,
    vat,
    gross: money(net.minor + vat.minor, currency),
  };
};

const priceLine = <C extends Currency>(currency: C, line: InvoiceLine): PricedLine<C> => {
  const base = multiplyRounded(line.quantity, line.unitPrice, exponentOf(currency));
  const [taken = 0n] = takenOff(line.discount, [base], currency);
  return {
    ...line,
    rate: taxCaseRule(line.taxCase).rate,
    base: money(base, currency),
    taken: money(taken, currency),
    net: money(base - taken, currency),
  };
};

interface Base {
  readonly taxCase: TaxCase;
  readonly base: bigint;
}

const basesOf = (lines: readonly PricedLine[]): readonly Base[] =>
  TAX_CASE_NAMES.flatMap((taxCase) => {
    const own = lines.filter((line) => line.taxCase === taxCase);
    return own.length > 0 ? [{ taxCase, base: own.reduce((sum, { net }) => sum + net.minor, 0n) }] : [];
  });

/** What a discount takes off each of several amounts; an amount in proportion to them. From what is not above zero it takes nothing. */
const takenOff = (
  discount: Discount | null,
  bases: readonly bigint[],
  currency: Currency,
): readonly bigint[] => {
  const positive = bases.map((base) => (base > 0n ? base : 0n));
  if (!discount || positive.every((base) => base === 0n)) return bases.map(() => 0n);
  const { percent, amount } = discount;
  if (percent !== null) return positive.map((base) => percentOf(base, percent));
  const whole = money(multiplyRounded('1', amount ?? '0', exponentOf(currency)), currency);
  return allocate(whole, positive).map(({ minor }) => minor);
};

const groupOf = <C extends Currency>(
  currency: C,
  taxCase: TaxCase,
  base: bigint,
  taken: bigint,
): VatGroup<C> => {
  const { category, rate } = taxCaseRule(taxCase);
  const net = base - taken;
  return {
    taxCase,
    category,
    rate,
    base: money(base, currency),
    taken: money(taken, currency),
    net: money(net, currency),
    vat: money(percentOf(net, rate), currency),
  };
};
