import { z } from 'zod';
import { optionalLine } from '../customers/safe-text.schema.ts';
import { isDecimal, isZeroDecimal, multiplyRounded } from './decimal.ts';
import type { Discount } from './discount.ts';

const aboveZero = z
  .string({ error: 'MALFORMED' })
  .refine(isDecimal, { error: 'MALFORMED', abort: true })
  .refine((text) => !text.startsWith('-') && !isZeroDecimal(text), { error: 'NOT_POSITIVE', abort: true })
  .nullish()
  .transform((text) => text ?? null);

const WHOLE = 100n * 10n ** 8n;

/** Parses a discount as typed by people or sent by partners: a share or an amount, above zero; messages are codes. */
export const discountSchema = z
  .strictObject({
    percent: aboveZero.refine((text) => text === null || multiplyRounded('1', text, 8) <= WHOLE, {
      error: 'OUT_OF_RANGE',
    }),
    amount: aboveZero,
    reason: optionalLine(40),
  })
  .refine(({ percent, amount }) => (percent === null) !== (amount === null), {
    error: 'ONE_OF_PERCENT_AND_AMOUNT',
  }) satisfies z.ZodType<Discount>;
