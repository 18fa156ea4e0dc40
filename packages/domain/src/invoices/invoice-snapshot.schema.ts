import { z } from 'zod';
import { COUNTRY_CODES } from '../customers/country.ts';
import { currencySchema } from '../money/money.schema.ts';
import { isDecimal } from './decimal.ts';
import { TAX_BEHAVIORS } from './invoice-lines.ts';
import { skontoTermsSchema } from './skonto-terms.schema.ts';
import { snapshotProblem } from './snapshot-arithmetic.ts';
import { TAX_CASE_NAMES } from './tax-case.ts';
import { UNIT_CODES } from './unit.ts';

const text = z.string();
const optionalText = z.string().nullable();
const decimal = z.string().refine(isDecimal, { error: 'MALFORMED', abort: true });
const day = z.iso.date();

/** Money as decimal text; whether it has the currency's decimals is part of the arithmetic check. */
export const moneyJson = z.strictObject({
  amount: z.string().regex(/^-?[0-9]{1,16}(?:\.[0-9]{1,3})?$/, { error: 'MALFORMED', abort: true }),
  currency: currencySchema,
});

export const bankAccountSchema = z.strictObject({
  /** Exactly as the bank knows it: the payer's bank compares the name (Verification of Payee). */
  holder: text,
  iban: text,
  bic: optionalText,
  bankName: optionalText,
});

/** The business as it appears on its documents. Empty text means not known; `buildInvoice` says what is missing. */
export const sellerSchema = z.strictObject({
  name: text,
  street: text,
  postalCode: text,
  city: text,
  country: z.enum(COUNTRY_CODES),
  taxNumber: optionalText,
  vatId: optionalText,
  /** § 19 UStG: shows no VAT. */
  smallBusiness: z.boolean(),
  email: optionalText,
  phone: optionalText,
  website: optionalText,
  /** Register court and number, for example `Amtsgericht Köln, HRB 12345`. */
  register: optionalText,
  /** Managing directors or owner, for the foot of a business letter. */
  management: optionalText,
  /** Null when transfers do not go to the business's own account (rule 25): then no GiroCode is printed. */
  bankAccount: bankAccountSchema.nullable(),
});

export const buyerSchema = z.strictObject({
  name: text,
  contact: optionalText,
  street: text,
  postalCode: text,
  city: text,
  country: z.enum(COUNTRY_CODES).nullable(),
  vatId: optionalText,
  customerNumber: optionalText,
  /** Where an e-invoice is sent (BT-49); older documents do not know it. */
  email: optionalText.default(null),
});

export const supplySchema = z.strictObject({ from: day, to: day });

/** What was taken off an amount, and from which it was taken. */
const discountSchema = z.strictObject({
  /** Null where an amount was agreed. */
  percent: decimal.nullable(),
  reason: text,
  base: moneyJson,
  amount: moneyJson,
});

const lineSchema = z.strictObject({
  position: z.int().positive(),
  name: text,
  description: optionalText,
  quantity: decimal,
  unit: z.enum(UNIT_CODES),
  unitPrice: decimal,
  /** Older documents know none. */
  discount: discountSchema.nullable().default(null),
  /** Null only on a statement, which is no invoice and says nothing about VAT. */
  taxCase: z.enum(TAX_CASE_NAMES).nullable(),
  rate: decimal.nullable(),
  net: moneyJson,
  /** What the customer was told, where prices include VAT; older documents know no such prices. */
  gross: z
    .strictObject({ unitPrice: decimal, discount: discountSchema.nullable(), amount: moneyJson })
    .nullable()
    .default(null),
});

const vatGroupSchema = z.strictObject({
  taxCase: z.enum(TAX_CASE_NAMES),
  category: z.enum(['S', 'Z', 'E', 'AE', 'K', 'G']),
  rate: decimal,
  net: moneyJson,
  vat: moneyJson,
  /** Why there is no VAT, in the document's language (BT-120); null where the rate says it all. */
  reason: optionalText,
});

const skontoSchema = skontoTermsSchema.extend({
  /** The last day on which the reduced amount settles the claim. */
  lastDay: day,
  discount: moneyJson,
  reduced: moneyJson,
});

const originalSchema = z.strictObject({
  kind: z.enum(['INVOICE', 'STATEMENT']),
  number: text,
  issuedOn: day,
});

/**
 * The frozen content of an issued document: what the PDF, the mail and the API show, for ever. Plain JSON; money is
 * `{ amount: decimal text, currency }`. A snapshot whose figures do not add up does not parse.
 */
export const invoiceSnapshotSchema = z
  .strictObject({
    schema: z.literal(1),
    kind: z.enum(['INVOICE', 'STORNO', 'CORRECTION', 'STATEMENT']),
    number: text,
    /** The document that a Storno takes back. */
    cancels: originalSchema.nullable(),
    /** The document that a correction lowers; older documents know no corrections. */
    corrects: originalSchema.nullable().default(null),
    locale: z.enum(['de', 'en']),
    currency: currencySchema,
    issuedOn: day,
    /** First and last day of supply, the same for a single day (§ 14(4) Nr. 6 UStG). */
    supply: supplySchema.nullable(),
    dueOn: day.nullable(),
    seller: sellerSchema,
    buyer: buyerSchema,
    /** Whether VAT comes on top of the prices that the customer was told, or is in them. */
    taxBehavior: z.enum(TAX_BEHAVIORS).default('EXCLUSIVE'),
    lines: z.array(lineSchema).min(1),
    vatGroups: z.array(vatGroupSchema),
    /** What was taken off the sum of the lines, and off which tax case how much; older documents know none. */
    discount: discountSchema
      .extend({
        parts: z.array(
          z.strictObject({ taxCase: z.enum(TAX_CASE_NAMES), base: moneyJson, amount: moneyJson }),
        ),
        /** What the customer was told, where prices include VAT. */
        gross: discountSchema.nullable().default(null),
      })
      .nullable()
      .default(null),
    totals: z.strictObject({ net: moneyJson, vat: moneyJson, gross: moneyJson }),
    /** What had been received when the document was issued. */
    paid: moneyJson,
    /** Gross less paid: what the document asks for. */
    open: moneyJson,
    /** Agreed Skonto (§ 14(4) Nr. 7 UStG); older documents know none. */
    skonto: skontoSchema.nullable().default(null),
    /** The case number (rule 11). */
    paymentReference: text,
    orderReference: optionalText,
    intro: optionalText,
    closing: optionalText,
  })
  .superRefine((snapshot, context) => {
    const problem = snapshotProblem(snapshot);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

export type BankAccount = Readonly<z.infer<typeof bankAccountSchema>>;
export type Seller = Readonly<z.infer<typeof sellerSchema>>;
export type Buyer = Readonly<z.infer<typeof buyerSchema>>;
export type Supply = Readonly<z.infer<typeof supplySchema>>;
export type InvoiceSnapshot = Readonly<z.infer<typeof invoiceSnapshotSchema>>;
export type SnapshotLine = InvoiceSnapshot['lines'][number];
export type SnapshotVatGroup = InvoiceSnapshot['vatGroups'][number];
