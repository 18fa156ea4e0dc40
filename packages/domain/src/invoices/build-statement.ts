import { type CustomerData, customerName } from '../customers/customer-data.ts';
import type { Locale } from '../money/format-money.ts';
import { moneyToJson } from '../money/money.schema.ts';
import { type Currency, isPositive, type Money, subtract, sum, toDecimal, zero } from '../money/money.ts';
import { buyerOf } from './build-invoice.ts';
import { percentOf } from './decimal.ts';
import { type InvoiceLine, priceLines } from './invoice-lines.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { InvoiceSnapshot, Seller } from './invoice-snapshot.schema.ts';

/** One thing that is claimed, with the amount the customer is to pay for it. */
export interface StatementLine {
  readonly name: string;
  readonly description: string | null;
  readonly amount: Money;
}

export interface StatementDraft {
  readonly number: string;
  readonly locale: Locale;
  readonly currency: Currency;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly seller: Seller;
  readonly customer: CustomerData;
  readonly customerNumber: string | null;
  readonly lines: readonly StatementLine[];
  readonly paid: Money | null;
  readonly paymentReference: string;
  readonly orderReference: string | null;
  readonly intro: string | null;
  readonly closing: string | null;
}

export type StatementRefusalCode =
  | 'NUMBER_MALFORMED'
  | 'LINES_MISSING'
  | 'SELLER_NAME_MISSING'
  | 'BUYER_NAME_MISSING'
  | 'TOTAL_NOT_POSITIVE'
  | 'DUE_BEFORE_ISSUE';

export type BuiltStatement =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  | { readonly ok: false; readonly codes: readonly StatementRefusalCode[] };

/**
 * A billing statement for a claim for which no invoice is due. It names amounts only: VAT shown on a document that
 * is no invoice would be owed a second time (§ 14c UStG).
 */
export const buildStatement = (draft: StatementDraft): BuiltStatement => {
  const { currency, lines } = draft;
  const total = sum<Currency>(
    currency,
    lines.map((line) => line.amount),
  );
  const codes: StatementRefusalCode[] = [];
  if (!isInvoiceNumber(draft.number)) codes.push('NUMBER_MALFORMED');
  if (lines.length === 0) codes.push('LINES_MISSING');
  if (!draft.seller.name.trim()) codes.push('SELLER_NAME_MISSING');
  if (!customerName(draft.customer).trim()) codes.push('BUYER_NAME_MISSING');
  if (lines.length > 0 && !isPositive(total)) codes.push('TOTAL_NOT_POSITIVE');
  if (draft.dueOn < draft.issuedOn) codes.push('DUE_BEFORE_ISSUE');
  if (codes.length > 0) return { ok: false, codes };
  return { ok: true, snapshot: snapshotOf(draft, total) };
};

/**
 * The lines of a claim as a statement shows them, VAT included and not told apart. Rounding follows the running total
 * of each tax case, so the amounts add up exactly to the gross that an invoice over these lines would have.
 */
export const statementLines = (
  lines: readonly InvoiceLine[],
  currency: Currency,
): readonly StatementLine[] => {
  const running = new Map<string, { readonly net: bigint; readonly vat: bigint }>();
  return priceLines(lines, currency).lines.map(({ name, description, net, taxCase, rate }) => {
    const before = running.get(taxCase) ?? { net: 0n, vat: 0n };
    const after = { net: before.net + net.minor, vat: percentOf(before.net + net.minor, rate) };
    running.set(taxCase, after);
    return { name, description, amount: { minor: net.minor + after.vat - before.vat, currency } };
  });
};

const snapshotOf = (draft: StatementDraft, total: Money): InvoiceSnapshot => {
  const { currency } = draft;
  const paid = draft.paid ?? zero<Currency>(currency);
  return {
    schema: 1,
    kind: 'STATEMENT',
    number: draft.number,
    cancels: null,
    locale: draft.locale,
    currency,
    issuedOn: draft.issuedOn,
    supply: null,
    dueOn: draft.dueOn,
    seller: draft.seller,
    buyer: buyerOf(draft.customer, draft.customerNumber),
    lines: draft.lines.map(({ name, description, amount }, index) => ({
      position: index + 1,
      name,
      description,
      quantity: '1',
      unit: 'LS',
      unitPrice: toDecimal(amount),
      taxCase: null,
      rate: null,
      net: moneyToJson(amount),
    })),
    vatGroups: [],
    totals: {
      net: moneyToJson(total),
      vat: moneyToJson(zero<Currency>(currency)),
      gross: moneyToJson(total),
    },
    paid: moneyToJson(paid),
    open: moneyToJson(subtract(total, paid)),
    paymentReference: draft.paymentReference,
    orderReference: draft.orderReference,
    intro: draft.intro,
    closing: draft.closing,
  };
};
