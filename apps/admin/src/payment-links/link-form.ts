import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import type { PaymentLinkInput, PaymentLinkViewFragment, TaxCase } from '#gql/graphql';
import { amountForInput } from '../form/amount-input.tsx';

/** A link as it is typed. */
export interface LinkFormValues {
  readonly titleDe: string;
  readonly titleEn: string;
  readonly descriptionDe: string;
  readonly descriptionEn: string;
  readonly isFree: boolean;
  readonly amount: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly taxCase: TaxCase | null;
  readonly expiresOn: string | null;
}

export const EMPTY_LINK: LinkFormValues = {
  titleDe: '',
  titleEn: '',
  descriptionDe: '',
  descriptionEn: '',
  isFree: false,
  amount: '',
  minimum: '',
  maximum: '',
  taxCase: null,
  expiresOn: null,
};

/** The same of a link that there is, for a change. */
export const linkForm = (link: PaymentLinkViewFragment, locale: Locale): LinkFormValues => {
  const typed = (amount: { readonly amount: string } | null | undefined): string =>
    amount ? amountForInput(amount.amount, locale) : '';
  return {
    titleDe: link.titleDe,
    titleEn: link.titleEn,
    descriptionDe: link.descriptionDe ?? '',
    descriptionEn: link.descriptionEn ?? '',
    isFree: !link.amount,
    amount: typed(link.amount),
    minimum: typed(link.minimum),
    maximum: typed(link.maximum),
    taxCase: link.taxCase ?? null,
    expiresOn: link.expiresOn ?? null,
  };
};

const AMOUNTS = { fixed: ['amount'], free: ['minimum', 'maximum'] } as const;

const amountsOf = ({ isFree }: LinkFormValues) => AMOUNTS[isFree ? 'free' : 'fixed'];

/** Amounts that cannot be read, by field; the server judges the rest. */
export const unreadableAmounts = (
  values: LinkFormValues,
  locale: Locale,
  currency: Currency,
): readonly ('amount' | 'minimum' | 'maximum')[] =>
  amountsOf(values).filter((field) => !parseAmount(values[field], locale, currency).ok);

/** What is sent; call it only when every amount can be read. */
export const toLinkInput = (values: LinkFormValues, locale: Locale, currency: Currency): PaymentLinkInput => {
  const amounts = amountsOf(values).map((field) => {
    const parsed = parseAmount(values[field], locale, currency);
    return [field, parsed.ok ? { amount: parsed.decimal, currency } : null];
  });
  return {
    titleDe: values.titleDe,
    titleEn: values.titleEn,
    descriptionDe: values.descriptionDe,
    descriptionEn: values.descriptionEn,
    taxCase: values.isFree ? null : values.taxCase,
    expiresOn: values.expiresOn,
    ...Object.fromEntries(amounts),
  };
};
