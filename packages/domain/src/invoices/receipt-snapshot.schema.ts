import { z } from 'zod';
import { currencySchema } from '../money/money.schema.ts';
import { buyerSchema, moneyJson, sellerSchema } from './invoice-snapshot.schema.ts';

const optionalText = z.string().nullable();
const day = z.iso.date();

export const RECEIPT_METHODS = ['CARD', 'CARD_TERMINAL', 'SEPA_DEBIT', 'BANK_TRANSFER'] as const;

/** The frozen content of a receipt: one payment that has arrived, and what it was used for. No VAT: it is no invoice. */
export const receiptSnapshotSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('RECEIPT'),
  number: z.string(),
  locale: z.enum(['de', 'en']),
  currency: currencySchema,
  issuedOn: day,
  seller: sellerSchema,
  buyer: buyerSchema,
  payment: z.strictObject({
    amount: moneyJson,
    /** Value date: when the money stood on an account of the business. */
    receivedOn: day,
    method: z.enum(RECEIPT_METHODS),
    payer: optionalText,
    /** What the payer's bank or the provider names it by. */
    reference: optionalText,
  }),
  allocations: z.array(
    z.strictObject({
      caseNumber: z.string(),
      invoiceNumber: optionalText,
      orderReference: optionalText,
      amount: moneyJson,
      /** What is still open on the case afterwards. */
      openAfter: moneyJson,
    }),
  ),
  /** What is kept for the customer as credit. */
  credit: moneyJson,
});

export type ReceiptSnapshot = Readonly<z.infer<typeof receiptSnapshotSchema>>;
export type ReceiptMethod = (typeof RECEIPT_METHODS)[number];
