import type { PaymentLink } from '@zahlwerk/domain/payment-links/payment-link';
import { paymentLinkSchema } from '@zahlwerk/domain/payment-links/payment-link.schema';
import { builder } from '../graphql/builder.ts';
import { ValidationFailed } from '../graphql/errors.ts';
import { MoneyInput } from '../graphql/money.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { TaxCaseEnum } from '../invoices/invoice-line.input.ts';

export const PaymentLinkInput = builder.inputType('PaymentLinkInput', {
  description: 'What a public link asks for: a fixed `amount`, or one between `minimum` and `maximum`.',
  fields: (t) => ({
    titleDe: t.string({ required: false, description: 'What for, in German; one language is enough.' }),
    titleEn: t.string({ required: false, description: 'What for, in English.' }),
    descriptionDe: t.string({ required: false, description: 'More about it, in German.' }),
    descriptionEn: t.string({ required: false, description: 'More about it, in English.' }),
    amount: t.field({ type: MoneyInput, required: false, description: 'The fixed amount, VAT included.' }),
    minimum: t.field({ type: MoneyInput, required: false, description: 'The least to choose.' }),
    maximum: t.field({ type: MoneyInput, required: false, description: 'The most to choose.' }),
    taxCase: t.field({
      type: TaxCaseEnum,
      required: false,
      description: 'The VAT in the fixed amount; left out, a statement is issued instead of an invoice.',
    }),
    expiresOn: t.field({ type: 'Date', required: false, description: 'Last day on which it can be used.' }),
  }),
});

type Input = typeof PaymentLinkInput.$inferInput;
type Said = Omit<PaymentLink, 'id' | 'enabled'>;

export const parseLink = (input: Input): Said => parseInput(paymentLinkSchema, input, ['input', 'link']);

/** A link may have ended, but is not made to end in the past. */
export const refusePastEnd = ({ expiresOn }: Said, before: string | null, today: string): void => {
  if (expiresOn !== null && expiresOn !== before && expiresOn < today)
    throw new ValidationFailed([{ path: ['input', 'link', 'expiresOn'], code: 'IN_THE_PAST' }]);
};
