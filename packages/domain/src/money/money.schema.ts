import { z } from 'zod';
import { CURRENCIES, type Currency } from './currency.ts';
import { type Money, toDecimal } from './money.ts';
import { type ParseDecimalCode, parseDecimal } from './parse-decimal.ts';

/** Messages are codes; the panel and the API translate them. */
export type MoneyErrorCode = ParseDecimalCode | 'UNKNOWN_CURRENCY' | 'NOT_POSITIVE';

export const currencySchema = z.enum(CURRENCIES, { error: 'UNKNOWN_CURRENCY' });

/** Money as it travels in JSON: the exact decimal as text, never a number. */
export interface MoneyJson<C extends Currency = Currency> {
  readonly amount: string;
  readonly currency: C;
}

/** Parses `{ amount: "119.00", currency: "EUR" }` to Money; error messages are codes at the path `amount`. */
export const moneySchema = z
  .strictObject({ amount: z.string({ error: 'MALFORMED' }), currency: currencySchema })
  .transform(({ amount, currency }, context): Money => {
    const parsed = parseDecimal(amount, currency);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', path: ['amount'], message: parsed.code, input: amount });
    return z.NEVER;
  });

/** As `moneySchema`, for what somebody is asked to pay: zero and negative amounts are refused. */
export const positiveMoneySchema = moneySchema.refine(({ minor }) => minor > 0n, {
  path: ['amount'],
  error: 'NOT_POSITIVE',
});

export const moneyToJson = <C extends Currency>(amount: Money<C>): MoneyJson<C> => ({
  amount: toDecimal(amount),
  currency: amount.currency,
});

/** Reads back what `moneyToJson` has written. Throws a RangeError when the text is not such an amount. */
export const moneyFromJson = <C extends Currency>(json: MoneyJson<C>): Money<C> => {
  const parsed = parseDecimal(json.amount, json.currency);
  if (!parsed.ok) throw new RangeError(`"${json.amount}" is no amount in ${json.currency}: ${parsed.code}.`);
  return parsed.value;
};
