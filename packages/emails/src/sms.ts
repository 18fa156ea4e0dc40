import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from './bilingual.ts';
import { type Day, formatShortDay } from './format-day.ts';
import { gsmText, septets } from './gsm-text.ts';
import { safeLink } from './safe-link.ts';

/** What each SMS is filled with. */
export interface SmsProps {
  'payment-request': {
    readonly businessName: string;
    readonly amount: Money;
    readonly dueOn: Day;
    readonly reference: string;
    readonly payUrl: string;
  };
  receipt: {
    readonly businessName: string;
    readonly amount: Money;
    readonly receivedOn: Day;
    readonly reference: string;
    readonly orderReference: string | null;
  };
  'partial-received': {
    readonly businessName: string;
    readonly received: Money;
    readonly receivedOn: Day;
    readonly open: Money;
    readonly reference: string;
    readonly payUrl: string;
  };
  'sign-in-code': { readonly businessName: string; readonly code: string; readonly validMinutes: number };
}

export type SmsTemplateId = keyof SmsProps;

/** A text for a business name of any length; the name is what gives way when there is not enough room. */
type Draft = (businessName: string) => string;

type SmsTable = {
  readonly [TId in SmsTemplateId]: (props: SmsProps[TId], locale: Locale) => Draft;
};

const ONE_SMS = 160;
/** A business is still recognised by this much of its name. */
const SHORTEST_NAME = 11;

const TEXTS = bilingual({
  de: {
    request: (name: string, amount: string, due: string, reference: string, url: string) =>
      `${name}: Bitte zahlen Sie ${amount} bis ${due}, Ref. ${reference}: ${url}`,
    receipt: (name: string, amount: string, day: string, references: string) =>
      `${name}: Ihre Zahlung von ${amount} ist am ${day} eingegangen (${references}). Vielen Dank!`,
    partial: (name: string, received: string, day: string, open: string, reference: string, url: string) =>
      `${name}: ${received} sind am ${day} eingegangen (${reference}). Noch offen: ${open}. ${url}`,
    order: (reference: string) => `Bestellung ${reference}`,
    code: (name: string, code: string, minutes: number) =>
      `${code} ist Ihr Einmalcode für ${name}, gültig ${minutes} Min. Bitte niemandem weitergeben.`,
  },
  en: {
    request: (name, amount, due, reference, url) =>
      `${name}: please pay ${amount} by ${due}, ref. ${reference}: ${url}`,
    receipt: (name, amount, day, references) =>
      `${name}: we received your payment of ${amount} on ${day} (${references}). Thank you!`,
    partial: (name, received, day, open, reference, url) =>
      `${name}: we received ${received} on ${day} (${reference}). Still open: ${open}. ${url}`,
    order: (reference) => `order ${reference}`,
    code: (name, code, minutes) =>
      `${code} is your one-time code for ${name}, valid ${minutes} min. Do not share it with anybody.`,
  },
});

const SMS: SmsTable = {
  'payment-request':
    ({ amount, dueOn, reference, payUrl }, locale) =>
    (name) =>
      TEXTS[locale].request(
        name,
        formatMoney(amount, locale),
        formatShortDay(dueOn, locale),
        reference,
        safeLink(payUrl),
      ),
  receipt:
    ({ amount, receivedOn, reference, orderReference }, locale) =>
    (name) => {
      const text = TEXTS[locale];
      const references = [reference, orderReference && text.order(orderReference)].filter(Boolean).join(', ');
      return text.receipt(name, formatMoney(amount, locale), formatShortDay(receivedOn, locale), references);
    },
  'partial-received':
    ({ received, receivedOn, open, reference, payUrl }, locale) =>
    (name) =>
      TEXTS[locale].partial(
        name,
        formatMoney(received, locale),
        formatShortDay(receivedOn, locale),
        formatMoney(open, locale),
        reference,
        safeLink(payUrl),
      ),
  'sign-in-code':
    ({ code, validMinutes }, locale) =>
    (name) =>
      TEXTS[locale].code(name, code, validMinutes),
};

/**
 * The text of an SMS in the GSM alphabet. It fits one SMS (160 septets) unless link and references alone are longer.
 * Throws a RangeError for a link that is not http or https and for a date that is none.
 */
export const renderSms = <TId extends SmsTemplateId>(
  template: TId,
  locale: Locale,
  props: SmsProps[TId],
): string => {
  const draft = SMS[template](props, locale);
  const name = [...gsmText(props.businessName)];
  const needed = septets(gsmText(draft(''))) + septets(name.join(''));
  if (needed <= ONE_SMS) return gsmText(draft(name.join('')));
  const room = Math.max(SHORTEST_NAME, name.length - (needed - ONE_SMS) - 1);
  return gsmText(draft(room < name.length ? `${name.slice(0, room).join('').trimEnd()}.` : name.join('')));
};

/** How many SMS a text takes at the provider: 160 septets, or parts of 153. */
export const smsParts = (text: string): number => {
  const length = septets(text);
  return length <= ONE_SMS ? 1 : Math.ceil(length / 153);
};
