import { bilingual } from '../bilingual.ts';
import { type Day, formatDay, formatMoment, type Moment } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

export interface MethodExpiring extends ToCustomer {
  readonly card: MethodFact;
  readonly expiresOn: Day;
  /** The one-time link for storing another. */
  readonly methodUrl: string;
  readonly validUntil: Moment;
}

const TEXTS = bilingual({
  de: {
    subject: (business: string) => `${business}: Ihre hinterlegte Karte läuft ab`,
    preview: (day: string) => `Sie gilt noch bis ${day}.`,
    title: 'Ihre Karte läuft bald ab',
    intro: (day: string) =>
      `die Karte, die Sie bei uns hinterlegt haben, gilt nur noch bis ${day}. Bitte hinterlegen Sie eine neue, damit Ihre Zahlungen weiterlaufen. Es wird dabei nichts abgebucht.`,
    button: 'Neue Karte hinterlegen',
    card: 'Hinterlegte Karte',
  },
  en: {
    subject: (business) => `${business}: your card on file expires`,
    preview: (day) => `It is valid until ${day}.`,
    title: 'Your card expires soon',
    intro: (day) =>
      `The card that you have on file with us is valid only until ${day}. Please store a new one, so that your payments go on. Nothing is debited.`,
    button: 'Store a new card',
    card: 'Card on file',
  },
});

/** Tells the owner of a stored card, weeks and days ahead, that it expires. */
export const methodExpiring: Template<MethodExpiring> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const day = formatDay(props.expiresOn, locale);
  return letterToCustomer(props, locale, {
    subject: text.subject(props.business.name),
    preview: text.preview(day),
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro(day) },
      { type: 'button', rank: 'primary', label: text.button, url: props.methodUrl },
      {
        type: 'facts',
        rows: facts(
          [text.card, describeMethod(props.card, locale)],
          [words.validUntil, formatMoment(props.validUntil, locale)],
        ),
      },
      { type: 'note', tone: 'neutral', text: words.neverAsk },
    ],
  });
};
