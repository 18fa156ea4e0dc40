import { type Currency, exponentOf } from '../money/currency.ts';
import { add, type Money, money, sum } from '../money/money.ts';
import { multiplyRounded, percentOf } from './decimal.ts';
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
  readonly taxCase: TaxCase;
  /** The paragraph that exempts a line of the case DE_EXEMPT; null for all others. */
  readonly exemptionReason: string | null;
}

export interface PricedLine<C extends Currency = Currency> extends InvoiceLine {
  readonly rate: string;
  readonly net: Money<C>;
}

export interface VatGroup<C extends Currency = Currency> {
  readonly taxCase: TaxCase;
  readonly category: VatCategory;
  readonly rate: string;
  readonly net: Money<C>;
  readonly vat: Money<C>;
}

export interface PricedInvoice<C extends Currency = Currency> {
  readonly lines: readonly PricedLine<C>[];
  /** One per tax case in use, in the order of the tax case table. */
  readonly groups: readonly VatGroup<C>[];
  readonly net: Money<C>;
  readonly vat: Money<C>;
  readonly gross: Money<C>;
}

/**
 * Prices lines as EN 16931 does (BR-CO-10 to 15): each line's net is quantity × unit price, rounded half away from
 * zero; VAT is taken on the net sum of each tax case and rounded once; gross is net plus VAT.
 * Throws a RangeError for a quantity or price that is no plain decimal: parse input first.
 */
export const priceLines = <C extends Currency>(
  lines: readonly InvoiceLine[],
  currency: C,
): PricedInvoice<C> => {
  const priced = lines.map((line) => priceLine(currency, line));
  const groups = TAX_CASE_NAMES.flatMap((taxCase) => groupOf(currency, taxCase, priced));
  const net = sum<Currency>(
    currency,
    priced.map((line) => line.net),
  ) as Money<C>;
  const vat = sum<Currency>(
    currency,
    groups.map((group) => group.vat),
  ) as Money<C>;
  return { lines: priced, groups, net, vat, gross: add<Currency>(net, vat) as Money<C> };
};

const priceLine = <C extends Currency>(currency: C, line: InvoiceLine): PricedLine<C> => ({
  ...line,
  rate: taxCaseRule(line.taxCase).rate,
  net: money(multiplyRounded(line.quantity, line.unitPrice, exponentOf(currency)), currency),
});

const groupOf = <C extends Currency>(
  currency: C,
  taxCase: TaxCase,
  lines: readonly PricedLine<C>[],
): VatGroup<C>[] => {
  const own = lines.filter((line) => line.taxCase === taxCase);
  if (own.length === 0) return [];
  const { category, rate } = taxCaseRule(taxCase);
  const net = own.reduce((total, line) => total + line.net.minor, 0n);
  return [{ taxCase, category, rate, net: money(net, currency), vat: money(percentOf(net, rate), currency) }];
};
