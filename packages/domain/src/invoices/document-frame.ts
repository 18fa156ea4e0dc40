import { type CustomerData, customerName } from '../customers/customer-data.ts';
import type { Locale } from '../money/format-money.ts';
import { moneyToJson } from '../money/money.schema.ts';
import { type Currency, type Money, subtract, zero } from '../money/money.ts';
import type { Buyer, InvoiceSnapshot, Seller } from './invoice-snapshot.schema.ts';
import { type SkontoTerms, skontoOffer } from './skonto-terms.ts';

/** What every document over a claim says besides its lines. */
export interface DocumentFrame {
  readonly number: string;
  readonly locale: Locale;
  readonly currency: Currency;
  /** Calendar days, YYYY-MM-DD. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly seller: Seller;
  readonly customer: CustomerData;
  readonly customerNumber: string | null;
  /** What the customer may keep who transfers early; null for nothing. */
  readonly skonto: SkontoTerms | null;
  /** What has already been received for it; null for nothing. */
  readonly paid: Money | null;
  /** The case number (rule 11). */
  readonly paymentReference: string;
  readonly orderReference: string | null;
  /** Text above and below the lines; null takes the document's standard words, or none. */
  readonly intro: string | null;
  readonly closing: string | null;
}

/** The frame as a snapshot holds it, with what is paid of `gross` and what is left to pay. */
export const frameSnapshot = (frame: DocumentFrame, gross: Money) => {
  const paid = frame.paid ?? zero<Currency>(frame.currency);
  const open = subtract(gross, paid);
  const offer = skontoOffer(frame.skonto, { from: frame.issuedOn, due: gross, open });
  return {
    schema: 1,
    number: frame.number,
    cancels: null,
    corrects: null,
    locale: frame.locale,
    currency: frame.currency,
    issuedOn: frame.issuedOn,
    dueOn: frame.dueOn,
    seller: frame.seller,
    buyer: buyerOf(frame.customer, frame.customerNumber),
    paid: moneyToJson(paid),
    open: moneyToJson(open),
    skonto: offer && {
      ...offer,
      discount: moneyToJson(offer.discount),
      reduced: moneyToJson(offer.reduced),
    },
    paymentReference: frame.paymentReference,
    orderReference: frame.orderReference,
    intro: frame.intro,
    closing: frame.closing,
  } as const satisfies Partial<InvoiceSnapshot>;
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
  email: customer.email,
});
