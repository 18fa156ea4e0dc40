import { allocate } from '../money/allocate.ts';
import { type Currency, exponentOf } from '../money/currency.ts';
import { type Money, money } from '../money/money.ts';
import { multiplyRounded, netOfGross, percentOf } from './decimal.ts';
import type { Discount } from './discount.ts';
import { TAX_CASE_NAMES, type TaxCase, taxCaseRule, type VatCategory } from './tax-case.ts';
import type { UnitCode } from './unit.ts';

/** One position: what was supplied, how much of it, at which price. Quantity and price are decimal strings. */
export interface InvoiceLine {
  readonly name: string;
  readonly description: string | null;
  readonly quantity: string;
  readonly unit: UnitCode;
  /** Price of one unit in the invoice's currency, net or with VAT; may have more decimals than the currency. */
  readonly unitPrice: string;
  /** What is taken off this line; null for nothing. */
  readonly discount: Discount | null;
  readonly taxCase: TaxCase;
  /** The paragraph that exempts a line of the case DE_EXEMPT; null for all others. */
  readonly exemptionReason: string | null;
}

export const TAX_BEHAVIORS = ['EXCLUSIVE', 'INCLUSIVE'] as const;

/** Whether the VAT comes on top of prices and discounts, or is in them. */
export type TaxBehavior = (typeof TAX_BEHAVIORS)[number];

/** What an amount is computed from. */
export interface Priceable {
  readonly lines: readonly InvoiceLine[];
  /** What is taken off the sum of the lines; null for nothing. */
  readonly discount: Discount | null;
  readonly taxBehavior: TaxBehavior;
}

/** `base`, `taken` and `amount` are in the sense of the prices: with VAT where they include it. */
export interface PricedLine<C extends Currency = Currency> extends InvoiceLine {
  readonly rate: string;
  /** Quantity × unit price. */
  readonly base: Money<C>;
  /** What its discount takes off that. */
  readonly taken: Money<C>;
  /** What is left. */
  readonly amount: Money<C>;
  readonly net: Money<C>;
}

export interface VatGroup<C extends Currency = Currency> {
  readonly taxCase: TaxCase;
  readonly category: VatCategory;
  readonly rate: string;
  /** The sum of its lines, in the sense of the prices. */
  readonly base: Money<C>;
  /** Its part of the discount on the whole, in the same sense. */
  readonly taken: Money<C>;
  readonly net: Money<C>;
  readonly vat: Money<C>;
}

export interface PricedInvoice<C extends Currency = Currency> {
  readonly lines: readonly PricedLine<C>[];
  /** One per tax case in use, in the order of the tax case table. */
  readonly groups: readonly VatGroup<C>[];
  /** The sum of the lines, before the discount on the whole, in the sense of the prices. */
  readonly base: Money<C>;
  readonly taken: Money<C>;
  readonly net: Money<C>;
  readonly vat: Money<C>;
  readonly gross: Money<C>;
}

/**
 * Prices lines as EN 16931 does (BR-CO-10 to 15): a line comes to quantity × unit price less its discount, each rounded
 * half away from zero, and a discount on the whole is taken off the sum of each tax case. VAT is put on what is left of each,
 * or taken out of it where prices include it, and rounded once; gross is net plus VAT.
 * Throws a RangeError for a quantity or price that is no plain decimal: parse input first.
 */
export const priceInvoice = <C extends Currency>(
  { lines, discount, taxBehavior }: Priceable,
  currency: C,
): PricedInvoice<C> => {
  const priced = withNets(
    lines.map((line) => priceLine(currency, line)),
    taxBehavior,
  );
  const bases = basesOf(priced);
  const taken = takenOff(
    discount,
    bases.map(({ base }) => base),
    currency,
  );
  const groups = bases.map(({ taxCase, base }, index) =>
    groupOf(currency, taxBehavior, { taxCase, base, taken: taken[index] ?? 0n }),
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

const priceLine = <C extends Currency>(currency: C, line: InvoiceLine): Omit<PricedLine<C>, 'net'> => {
  const base = multiplyRounded(line.quantity, line.unitPrice, exponentOf(currency));
  const [taken = 0n] = takenOff(line.discount, [base], currency);
  return {
    ...line,
    rate: taxCaseRule(line.taxCase).rate,
    base: money(base, currency),
    taken: money(taken, currency),
    amount: money(base - taken, currency),
  };
};

/** Net amounts follow the running total of each tax case, so that they add up to the net of its sum. */
const withNets = <C extends Currency>(
  lines: readonly Omit<PricedLine<C>, 'net'>[],
  taxBehavior: TaxBehavior,
): readonly PricedLine<C>[] => {
  const running = new Map<TaxCase, bigint>();
  return lines.map((line) => {
    const { taxCase, rate, amount } = line;
    const before = running.get(taxCase) ?? 0n;
    const after = before + amount.minor;
    running.set(taxCase, after);
    const net = netIn(after, rate, taxBehavior) - netIn(before, rate, taxBehavior);
    return { ...line, net: money(net, amount.currency) };
  });
};

const netIn = (minor: bigint, rate: string, taxBehavior: TaxBehavior): bigint =>
  taxBehavior === 'INCLUSIVE' ? netOfGross(minor, rate) : minor;

interface Base {
  readonly taxCase: TaxCase;
  readonly base: bigint;
}

const basesOf = (lines: readonly PricedLine[]): readonly Base[] =>
  TAX_CASE_NAMES.flatMap((taxCase) => {
    const own = lines.filter((line) => line.taxCase === taxCase);
    return own.length > 0 ? [{ taxCase, base: own.reduce((sum, { amount }) => sum + amount.minor, 0n) }] : [];
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
  taxBehavior: TaxBehavior,
  { taxCase, base, taken }: Base & { readonly taken: bigint },
): VatGroup<C> => {
  const { category, rate } = taxCaseRule(taxCase);
  const left = base - taken;
  const net = netIn(left, rate, taxBehavior);
  const vat = taxBehavior === 'INCLUSIVE' ? left - net : percentOf(net, rate);
  return {
    taxCase,
    category,
    rate,
    base: money(base, currency),
    taken: money(taken, currency),
    net: money(net, currency),
    vat: money(vat, currency),
  };
};
