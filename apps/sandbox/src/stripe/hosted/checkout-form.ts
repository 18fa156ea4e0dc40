import type Stripe from 'stripe';
import type { Payer } from '../../state/records.ts';
import { cardByNumber, passesLuhn } from '../cards/test-cards.ts';
import { isValidIban, normalizeIban } from '../cards/test-ibans.ts';
import type { CheckoutType } from '../checkout/pay-session.ts';
import { toAddress } from '../http/common-fields.ts';
import type { CardEntry } from '../payments/payment-method.ts';
import type { Language } from './texts.ts';
import { TEXTS } from './texts.ts';

export const FIELD_NAMES = [
  'email',
  'number',
  'expiry',
  'cvc',
  'name',
  'iban',
  'phone',
  'line1',
  'postal_code',
  'city',
  'country',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type Values = Partial<Record<FieldName, string>>;

export type Entered =
  | {
      readonly ok: true;
      readonly payer: Payer;
      readonly method:
        | { type: 'card'; entry: CardEntry }
        | { type: 'sepa_debit'; iban: string }
        | { type: 'customer_balance' };
    }
  | { readonly ok: false; readonly errors: Values };

/** What the page asks for besides card or account. */
export const asksFor = (session: Stripe.Checkout.Session, knownEmail: string | null) => ({
  email: knownEmail === null,
  phone: session.phone_number_collection?.enabled ?? false,
  address: session.billing_address_collection === 'required',
});

type Asked = ReturnType<typeof asksFor>;

const expiryOf = (text: string): { month: number; year: number } | null => {
  const match = /^\s*(\d{1,2})\s*[/.\- ]?\s*(\d{2}|\d{4})\s*$/.exec(text);
  const month = Number(match?.[1]);
  const year = Number(match?.[2]);
  if (!match || month < 1 || month > 12) return null;
  return { month, year: year < 100 ? 2000 + year : year };
};

const cardFrom = (values: Values, now: number, language: Language): { entry?: CardEntry; errors: Values } => {
  const t = TEXTS[language];
  const number = (values.number ?? '').replace(/[\s-]/g, '');
  const card = cardByNumber(number);
  const expiry = expiryOf(values.expiry ?? '');
  const cvc = (values.cvc ?? '').trim();
  const today = new Date(now * 1000);
  const isPast =
    expiry !== null &&
    (expiry.year < today.getUTCFullYear() ||
      (expiry.year === today.getUTCFullYear() && expiry.month < today.getUTCMonth() + 1));
  const cvcLength = card?.brand === 'amex' ? 4 : 3;
  const errors: Values = {
    ...(!passesLuhn(number) ? { number: t.invalidNumber } : card ? {} : { number: t.realCard }),
    ...(expiry === null ? { expiry: t.invalidExpiry } : isPast ? { expiry: t.pastExpiry } : {}),
    ...(new RegExp(`^\\d{${cvcLength}}$`).test(cvc) ? {} : { cvc: t.invalidCvc }),
  };
  return card && expiry && Object.keys(errors).length === 0
    ? { entry: { card, expMonth: expiry.month, expYear: expiry.year, hasCvc: true }, errors }
    : { errors };
};

const payerErrors = (values: Values, asked: Asked, language: Language): Values => {
  const t = TEXTS[language];
  const needed: FieldName[] = ['name', ...(asked.phone ? (['phone'] as const) : [])];
  if (asked.address) needed.push('line1', 'postal_code', 'city', 'country');
  const missing = needed.filter((name) => !values[name]?.trim()).map((name) => [name, t.required] as const);
  const email = asked.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email?.trim() ?? '');
  return { ...Object.fromEntries(missing), ...(email ? { email: t.invalidEmail } : {}) };
};

/** Reads what the customer has typed; every field that is wrong gets its own message. `now` in unix seconds. */
export const readForm = (
  values: Values,
  type: CheckoutType,
  asked: Asked,
  knownEmail: string | null,
  now: number,
  language: Language,
): Entered => {
  const payer: Payer = {
    email: asked.email ? (values.email?.trim() ?? null) : knownEmail,
    name: values.name?.trim() ?? '',
    phone: values.phone?.trim() || null,
    address: asked.address
      ? toAddress({
          line1: values.line1?.trim() ?? '',
          postal_code: values.postal_code?.trim() ?? '',
          city: values.city?.trim() ?? '',
          country: values.country?.trim().toUpperCase() ?? '',
        })
      : null,
  };
  const common = payerErrors(values, asked, language);
  if (type === 'customer_balance') {
    return Object.keys(common).length > 0
      ? { ok: false, errors: common }
      : { ok: true, payer, method: { type } };
  }
  if (type === 'sepa_debit') {
    const iban = normalizeIban(values.iban ?? '');
    const errors = { ...common, ...(isValidIban(iban) ? {} : { iban: TEXTS[language].invalidIban }) };
    return Object.keys(errors).length > 0
      ? { ok: false, errors }
      : { ok: true, payer, method: { type: 'sepa_debit', iban } };
  }
  const card = cardFrom(values, now, language);
  const errors = { ...common, ...card.errors };
  return card.entry && Object.keys(errors).length === 0
    ? { ok: true, payer, method: { type: 'card', entry: card.entry } }
    : { ok: false, errors };
};
