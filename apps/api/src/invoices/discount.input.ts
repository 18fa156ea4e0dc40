import { builder } from '../graphql/builder.ts';

export const DiscountInput = builder.inputType('DiscountInput', {
  description: 'What is taken off a line or off the whole: a share of it or an amount, one of the two.',
  fields: (t) => ({
    percent: t.field({
      type: 'Decimal',
      required: false,
      description: 'Per cent, above 0 and at most 100, such as "12.5".',
    }),
    amount: t.field({
      type: 'Decimal',
      required: false,
      description: 'In the currency of the case, such as "25.00"; at most what it is taken off.',
    }),
    reason: t.string({
      required: false,
      description: 'What it is given for, as the invoice says it; left out: the standard word.',
    }),
  }),
});
