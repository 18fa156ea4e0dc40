import { z } from 'zod';
import { optionalLine, optionalParagraphs } from '../customers/safe-text.schema.ts';
import { positiveMoneySchema } from '../money/money.schema.ts';
import { LINK_TAX_CASES, type LinkAmount, type PaymentLink } from './payment-link.ts';

const said = z.strictObject({
  titleDe: optionalLine(80),
  titleEn: optionalLine(80),
  descriptionDe: optionalParagraphs(500),
  descriptionEn: optionalParagraphs(500),
  amount: positiveMoneySchema.nullish(),
  minimum: positiveMoneySchema.nullish(),
  maximum: positiveMoneySchema.nullish(),
  taxCase: z.enum(LINK_TAX_CASES, { error: 'TAX_CASE_NOT_OFFERED' }).nullish(),
  expiresOn: z.iso.date({ error: 'MALFORMED' }).nullish(),
});

type Said = z.output<typeof said>;

interface Problem {
  readonly field: keyof Said;
  readonly code: string;
}

const isProblem = <Value extends object>(value: Value | Problem): value is Problem => 'code' in value;

const problem = (field: keyof Said, code: string): Problem => ({ field, code });

/** One language is enough; the other then reads the same. */
const textsOf = (input: Said): Pick<PaymentLink, 'title' | 'description'> | Problem => {
  const [de, en] = [input.titleDe ?? input.titleEn, input.titleEn ?? input.titleDe];
  if (de === null || en === null) return problem('titleDe', 'REQUIRED');
  const { descriptionDe, descriptionEn } = input;
  return {
    title: { de, en },
    description: { de: descriptionDe ?? descriptionEn, en: descriptionEn ?? descriptionDe },
  };
};

const amountOf = ({ amount, minimum, maximum, taxCase }: Said): LinkAmount | Problem => {
  if (amount && (minimum || maximum)) return problem('amount', 'EITHER_FIXED_OR_FREE');
  if (amount) return { kind: 'FIXED', amount };
  if (!minimum) return problem(maximum ? 'minimum' : 'amount', 'REQUIRED');
  if (!maximum) return problem('maximum', 'REQUIRED');
  if (minimum.currency !== maximum.currency) return problem('maximum', 'CURRENCY_DIFFERS');
  if (maximum.minor < minimum.minor) return problem('maximum', 'BELOW_MINIMUM');
  // Not every amount that a customer may choose is the sum of a net amount and its VAT.
  return taxCase ? problem('taxCase', 'NEEDS_FIXED_AMOUNT') : { kind: 'FREE', minimum, maximum };
};

/** What the owner says a link asks for. Errors are codes at their field. */
export const paymentLinkSchema = said.transform((input, context): Omit<PaymentLink, 'id' | 'enabled'> => {
  const [texts, amount] = [textsOf(input), amountOf(input)];
  for (const found of [texts, amount])
    if (isProblem(found))
      context.addIssue({ code: 'custom', path: [found.field], message: found.code, input });
  if (isProblem(texts) || isProblem(amount)) return z.NEVER;
  return { ...texts, amount, taxCase: input.taxCase ?? null, expiresOn: input.expiresOn ?? null };
});
