import type { RequirableField } from '@zahlwerk/domain/customers/required-fields';
import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { formatMoment, type Moment } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { facts, WORDS } from '../words.ts';

export interface DataRequest extends ToCustomer {
  readonly amount: Money;
  readonly reference: string;
  readonly orderReference: string | null;
  /** What the checks found missing or wrong. */
  readonly fields: readonly (RequirableField | 'givenName' | 'familyName')[];
  /** Items of the business's own checklist, already in the customer's language. */
  readonly furtherItems: readonly string[];
  readonly dataUrl: string;
  readonly validUntil: Moment;
}

const FIELDS = bilingual({
  de: {
    name: 'Ihr Name',
    givenName: 'Ihr Vorname',
    familyName: 'Ihr Nachname',
    company: 'Name der Firma',
    contact: 'Ansprechperson',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    street: 'Straße und Hausnummer',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    country: 'Land',
    vatId: 'Umsatzsteuer-Identifikationsnummer',
    taxNumber: 'Steuernummer',
    iban: 'IBAN',
  } satisfies Record<DataRequest['fields'][number], string>,
  en: {
    name: 'Your name',
    givenName: 'Your first name',
    familyName: 'Your last name',
    company: 'Company name',
    contact: 'Contact person',
    email: 'E-mail address',
    phone: 'Phone number',
    street: 'Street and house number',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
    vatId: 'VAT identification number',
    taxNumber: 'Tax number',
    iban: 'IBAN',
  },
});

const TEXTS = bilingual({
  de: {
    subject: (business: string, reference: string) =>
      `${business}: Bitte ergänzen Sie Ihre Angaben (${reference})`,
    preview: 'Es fehlen nur noch wenige Angaben.',
    title: 'Bitte ergänzen Sie Ihre Angaben',
    intro: 'damit wir Ihre Zahlung bearbeiten können, brauchen wir von Ihnen noch:',
    prefilled: 'Was wir schon wissen, ist bereits ausgefüllt. Bitte prüfen Sie auch diese Angaben.',
    button: 'Angaben ergänzen',
  },
  en: {
    subject: (business, reference) => `${business}: please complete your details (${reference})`,
    preview: 'Only a few details are missing.',
    title: 'Please complete your details',
    intro: 'To process your payment, we still need from you:',
    prefilled: 'What we already know is filled in. Please check these details as well.',
    button: 'Complete details',
  },
});

export const dataRequest: Template<DataRequest> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  return letterToCustomer(props, locale, {
    subject: text.subject(props.business.name, props.reference),
    preview: text.preview,
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro },
      { type: 'list', items: namesOf(props, locale) },
      { type: 'paragraph', text: text.prefilled },
      { type: 'button', rank: 'primary', label: text.button, url: props.dataUrl },
      {
        type: 'facts',
        rows: facts(
          [words.amount, formatMoney(props.amount, locale)],
          [words.reference, props.reference],
          [words.order, props.orderReference],
          [words.validUntil, formatMoment(props.validUntil, locale)],
        ),
      },
    ],
  });
};

const namesOf = ({ fields, furtherItems }: DataRequest, locale: Locale): readonly string[] => [
  ...fields.map((field) => FIELDS[locale][field]),
  ...furtherItems,
];
