import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay, formatMoment, type Moment } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

export interface MethodLink extends ToCustomer {
  readonly amount: Money | null;
  readonly reference: string;
  readonly orderReference: string | null;
  /** The stored method that is to be replaced; null when none is stored yet. */
  readonly stored: (MethodFact & { readonly validUntil: Day | null }) | null;
  /** The one-time link. */
  readonly methodUrl: string;
  readonly validUntil: Moment;
}

const TEXTS = bilingual({
  de: {
    subject: (business: string, reference: string) =>
      `${business}: Bitte aktualisieren Sie Ihre Zahlungsart (${reference})`,
    preview: 'Der Link gilt nur einmal.',
    title: 'Ihre Zahlungsart',
    none: 'für Ihre Zahlung ist noch keine Zahlungsart hinterlegt. Bitte holen Sie das über den folgenden Link nach.',
    outdated: 'bitte aktualisieren Sie Ihre hinterlegte Zahlungsart über den folgenden Link.',
    stays: 'Die bisherige bleibt hinterlegt, bis die neue eingerichtet ist.',
    button: 'Zahlungsart aktualisieren',
    current: 'Bisher hinterlegt',
    currentUntil: (method: string, day: string) => `${method}, gültig bis ${day}`,
    once: 'Der Link gilt nur einmal. Zur Sicherheit fragen wir danach einen Einmalcode ab. Leiten Sie diese E-Mail bitte nicht weiter.',
  },
  en: {
    subject: (business, reference) => `${business}: please update your payment method (${reference})`,
    preview: 'The link works only once.',
    title: 'Your payment method',
    none: 'No payment method is on file for your payment yet. Please add one using the link below.',
    outdated: 'Please update the payment method that we have on file using the link below.',
    stays: 'The current one stays on file until the new one has been set up.',
    button: 'Update payment method',
    current: 'Currently on file',
    currentUntil: (method, day) => `${method}, valid until ${day}`,
    once: 'The link works only once. For your security, we then ask for a one-time code. Please do not forward this e-mail.',
  },
});

export const methodLink: Template<MethodLink> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  return letterToCustomer(props, locale, {
    subject: text.subject(props.business.name, props.reference),
    preview: text.preview,
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: props.stored ? `${text.outdated} ${text.stays}` : text.none },
      { type: 'button', rank: 'primary', label: text.button, url: props.methodUrl },
      {
        type: 'facts',
        rows: facts(
          [text.current, describeStored(props.stored, locale)],
          [words.amount, props.amount && formatMoney(props.amount, locale)],
          [words.reference, props.reference],
          [words.order, props.orderReference],
          [words.validUntil, formatMoment(props.validUntil, locale)],
        ),
      },
      { type: 'note', tone: 'neutral', text: `${text.once} ${words.neverAsk}` },
    ],
  });
};

const describeStored = (stored: MethodLink['stored'], locale: Locale): string | null => {
  if (!stored) return null;
  const method = describeMethod(stored, locale);
  return stored.validUntil
    ? TEXTS[locale].currentUntil(method, formatDay(stored.validUntil, locale))
    : method;
};
