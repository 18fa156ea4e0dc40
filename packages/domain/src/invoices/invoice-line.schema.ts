import { z } from 'zod';
import { optionalLine, optionalParagraphs, requiredLine } from '../customers/safe-text.schema.ts';
import { isDecimal, isZeroDecimal, multiplyRounded } from './decimal.ts';
import { discountSchema } from './discount.schema.ts';
import type { InvoiceLine } from './invoice-lines.ts';
import { TAX_CASE_NAMES } from './tax-case.ts';
import { UNIT_CODES } from './unit.ts';

const decimal = z.string({ error: 'MALFORMED' }).refine(isDecimal, { error: 'MALFORMED', abort: true });

/** Keeps the sum of 500 lines far below Postgres's BIGINT, whatever the currency's decimals. */
const LARGEST_NET = 10n ** 12n;

const isInRange = (quantity: string, unitPrice: string): boolean => {
  const net = multiplyRounded(quantity, unitPrice, 0);
  return net <= LARGEST_NET && net >= -LARGEST_NET;
};

/** Parses one position as typed by people or sent by partners; messages are codes. */
export const invoiceLineSchema = z
  .strictObject({
    name: requiredLine(200),
    description: optionalParagraphs(2000),
    quantity: decimal.refine((text) => !isZeroDecimal(text), { error: 'ZERO' }),
    unit: z.enum(UNIT_CODES, { error: 'UNKNOWN_UNIT' }),
    unitPrice: decimal,
    discount: discountSchema.nullish().transform((discount) => discount ?? null),
    taxCase: z.enum(TAX_CASE_NAMES, { error: 'UNKNOWN_TAX_CASE' }),
    exemptionReason: optionalLine(200),
  })
  .refine(({ quantity, unitPrice }) => isInRange(quantity, unitPrice), {
    path: ['unitPrice'],
    error: 'OUT_OF_RANGE',
  }) satisfies z.ZodType<InvoiceLine>;

/** The positions of one claim: at least one, at most 500. */
export const invoiceLinesSchema = z
  .array(invoiceLineSchema, { error: 'MALFORMED' })
  .min(1, { error: 'REQUIRED' })
  .max(500, { error: 'TOO_MANY' });
