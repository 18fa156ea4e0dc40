import { type Money, toDecimal } from '@zahlwerk/domain/money/money';
import { builder } from './builder.ts';

export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'Amount in minor units of an ISO 4217 currency, with its decimal form for people.',
  fields: (t) => ({
    minor: t.expose('minor', { type: 'BigInt', description: 'Minor units: cents of a euro, yen of a yen.' }),
    currency: t.expose('currency', { type: 'CurrencyCode', description: 'The currency.' }),
    amount: t.field({
      type: 'Decimal',
      description: 'The exact decimal form, such as "119.00".',
      resolve: (money) => toDecimal(money),
    }),
  }),
});

/** Its value still has to go through `moneySchema` or `positiveMoneySchema` of the domain. */
export const MoneyInput = builder.inputRef<{ amount: string; currency: string }>('MoneyInput').implement({
  description: 'An amount. More decimals than the currency has are refused.',
  fields: (t) => ({
    amount: t.field({ type: 'Decimal', description: 'Such as "119.00".' }),
    currency: t.field({ type: 'CurrencyCode', description: 'Such as EUR.' }),
  }),
});
