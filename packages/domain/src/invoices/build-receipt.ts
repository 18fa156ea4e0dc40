import type { CustomerData } from '../customers/customer-data.ts';
import type { Locale } from '../money/format-money.ts';
import { moneyToJson } from '../money/money.schema.ts';
import { type Currency, isNegative, isPositive, type Money, subtract, sum } from '../money/money.ts';
import { buyerOf } from './document-frame.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { Seller } from './invoice-snapshot.schema.ts';
import type { ReceiptMethod, ReceiptSnapshot } from './receipt-snapshot.schema.ts';

export interface ReceiptDraft {
  readonly number: string;
  readonly locale: Locale;
  readonly issuedOn: string;
  readonly seller: Seller;
  readonly customer: CustomerData;
  readonly customerNumber: string | null;
  readonly payment: {
    readonly amount: Money;
    readonly receivedOn: string;
    readonly method: ReceiptMethod;
    readonly payer: string | null;
    readonly reference: string | null;
  };
  readonly allocations: readonly {
    readonly caseNumber: string;
    readonly invoiceNumber: string | null;
    readonly orderReference: string | null;
    readonly amount: Money;
    readonly openAfter: Money;
  }[];
}

export type ReceiptRefusalCode =
  | 'NUMBER_MALFORMED'
  | 'AMOUNT_NOT_POSITIVE'
  | 'CURRENCY_DIFFERS'
  | 'ALLOCATION_NOT_POSITIVE'
  | 'OPEN_NEGATIVE'
  | 'ALLOCATIONS_EXCEED_PAYMENT';

export type BuiltReceipt =
  | { readonly ok: true; readonly snapshot: ReceiptSnapshot }
  | { readonly ok: false; readonly code: ReceiptRefusalCode };

/** The frozen content of a receipt for one payment; what no allocation uses is shown as the customer's credit. */
export const buildReceipt = (draft: ReceiptDraft): BuiltReceipt => {
  const { payment, allocations } = draft;
  const { currency } = payment.amount;
  const code = refusalOf(draft);
  if (code) return { ok: false, code };
  const used = sum<Currency>(
    currency,
    allocations.map((allocation) => allocation.amount),
  );
  return {
    ok: true,
    snapshot: {
      schema: 1,
      kind: 'RECEIPT',
      number: draft.number,
      locale: draft.locale,
      currency,
      issuedOn: draft.issuedOn,
      seller: draft.seller,
      buyer: buyerOf(draft.customer, draft.customerNumber),
      payment: { ...payment, amount: moneyToJson(payment.amount) },
      allocations: allocations.map((allocation) => ({
        ...allocation,
        amount: moneyToJson(allocation.amount),
        openAfter: moneyToJson(allocation.openAfter),
      })),
      credit: moneyToJson(subtract(payment.amount, used)),
    },
  };
};

const refusalOf = ({ number, payment, allocations }: ReceiptDraft): ReceiptRefusalCode | null => {
  const { currency, minor } = payment.amount;
  if (!isInvoiceNumber(number)) return 'NUMBER_MALFORMED';
  if (!isPositive(payment.amount)) return 'AMOUNT_NOT_POSITIVE';
  const amounts = allocations.flatMap((allocation) => [allocation.amount, allocation.openAfter]);
  if (amounts.some((amount) => amount.currency !== currency)) return 'CURRENCY_DIFFERS';
  if (!allocations.every((allocation) => isPositive(allocation.amount))) return 'ALLOCATION_NOT_POSITIVE';
  if (allocations.some((allocation) => isNegative(allocation.openAfter))) return 'OPEN_NEGATIVE';
  const used = allocations.reduce((total, allocation) => total + allocation.amount.minor, 0n);
  return used > minor ? 'ALLOCATIONS_EXCEED_PAYMENT' : null;
};
