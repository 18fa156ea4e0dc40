import { type CustomerData, customerName } from '../customers/customer-data.ts';
import type { Locale } from '../money/format-money.ts';
import { moneyToJson } from '../money/money.schema.ts';
import { type Currency, type Money, subtract, zero } from '../money/money.ts';
import { type InvoiceLine, type PricedInvoice, priceLines } from './invoice-lines.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { Buyer, InvoiceSnapshot, Seller, SnapshotVatGroup, Supply } from './invoice-snapshot.schema.ts';
import { type InvoiceRefusal, refuseContent } from './mandatory-fields.ts';
import { taxCaseRule } from './tax-case.ts';

export interface InvoiceDraft {
  readonly number: string;
  readonly locale: Locale;
  readonly currency: Currency;
  readonly issuedOn: string;
  readonly supply: Supply | null;
  readonly dueOn: string;
  readonly seller: Seller;
  readonly customer: CustomerData;
  readonly customerNumber: string | null;
  readonly lines: readonly InvoiceLine[];
  /** What has already been received for it; null for nothing. */
  readonly paid: Money | null;
  readonly paymentReference: string;
  readonly orderReference: string | null;
  readonly intro: string | null;
  readonly closing: string | null;
}

export type BuiltInvoice =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  | { readonly ok: false; readonly refusals: readonly InvoiceRefusal[] };

/**
 * The frozen content of an invoice, or every reason why the law does not let it be issued (§§ 14, 14a, 19 UStG,
 * §§ 33, 34a UStDV). Nothing is numbered or stored here.
 */
export const buildInvoice = (draft: InvoiceDraft): BuiltInvoice => {
  const { seller, customer, lines, supply, currency } = draft;
  const refusals = [...refuseContent({ seller, customer, lines, supply, currency }), ...refuseFrame(draft)];
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, snapshot: snapshotOf(draft, priceLines(lines, currency)) };
};

const refuseFrame = ({
  number,
  issuedOn,
  dueOn,
  paid,
  currency,
}: InvoiceDraft): readonly InvoiceRefusal[] => {
  const refusals: InvoiceRefusal[] = [];
  if (!isInvoiceNumber(number))
    refusals.push({ code: 'NUMBER_MALFORMED', field: 'number', basis: '§ 14(4) Nr. 4 UStG' });
  if (dueOn < issuedOn) refusals.push({ code: 'DUE_BEFORE_ISSUE', field: 'dueOn', basis: '§ 286(3) BGB' });
  if (paid && (paid.currency !== currency || paid.minor < 0n))
    refusals.push({ code: 'PAID_MALFORMED', field: 'paid', basis: '§ 14(4) Nr. 7 UStG' });
  return refusals;
};

const snapshotOf = (draft: InvoiceDraft, priced: PricedInvoice): InvoiceSnapshot => {
  const paid = draft.paid ?? zero(draft.currency);
  return {
    schema: 1,
    kind: 'INVOICE',
    number: draft.number,
    cancels: null,
    locale: draft.locale,
    currency: draft.currency,
    issuedOn: draft.issuedOn,
    supply: draft.supply,
    dueOn: draft.dueOn,
    seller: draft.seller,
    buyer: buyerOf(draft.customer, draft.customerNumber),
    lines: priced.lines.map((line, index) => ({
      position: index + 1,
      name: line.name,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      taxCase: line.taxCase,
      rate: line.rate,
      net: moneyToJson(line.net),
    })),
    vatGroups: priced.groups.map(
      (group): SnapshotVatGroup => ({
        taxCase: group.taxCase,
        category: group.category,
        rate: group.rate,
        net: moneyToJson(group.net),
        vat: moneyToJson(group.vat),
        reason: vatReason(group.taxCase, draft),
      }),
    ),
    totals: {
      net: moneyToJson(priced.net),
      vat: moneyToJson(priced.vat),
      gross: moneyToJson(priced.gross),
    },
    paid: moneyToJson(paid),
    open: moneyToJson(subtract(priced.gross, paid)),
    paymentReference: draft.paymentReference,
    orderReference: draft.orderReference,
    intro: draft.intro,
    closing: draft.closing,
  };
};

/** Each paragraph once: a document may exempt lines for several reasons. */
const vatReason = (taxCase: SnapshotVatGroup['taxCase'], { lines, locale }: InvoiceDraft): string | null => {
  const fixed = taxCaseRule(taxCase).text;
  if (fixed) return fixed[locale];
  const named = lines
    .filter((line) => line.taxCase === taxCase)
    .flatMap((line) => line.exemptionReason ?? []);
  return named.length > 0 ? [...new Set(named)].join('; ') : null;
};

/** The customer as the address field of a document shows it. */
export const buyerOf = (customer: CustomerData, customerNumber: string | null): Buyer => ({
  name: customerName(customer),
  contact: customer.kind === 'COMPANY' ? customer.contact : null,
  street: customer.street ?? '',
  postalCode: customer.postalCode ?? '',
  city: customer.city ?? '',
  country: customer.country,
  vatId: customer.vatId,
  customerNumber,
});
