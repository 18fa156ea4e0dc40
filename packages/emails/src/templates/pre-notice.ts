import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { facts, WORDS } from '../words.ts';

/** Announces a SEPA direct debit: the scheme asks for amount, day, mandate and creditor beforehand. */
export interface PreNotice extends ToCustomer {
  readonly amount: Money;
  readonly debitOn: Day;
  /** Null where the provider names none. */
  readonly mandateReference: string | null;
  /** The creditor identifier (Gläubiger-ID) of whoever collects: the business or its provider. */
  readonly creditorId: string | null;
  /** Who the account statement will name, when it is not the business itself. */
  readonly collectedBy: string | null;
  readonly accountLast4: string;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  /** Where another way to pay can be chosen. */
  readonly payUrl: string;
}

const TEXTS = bilingual({
  de: {
    subject: (amount: string, day: string, reference: string) =>
      `Ankündigung: Lastschrift über ${amount} am ${day} (${reference})`,
    preview: 'Bitte sorgen Sie für ausreichende Deckung.',
    title: 'Ankündigung einer Lastschrift',
    intro:
      'wie vereinbart ziehen wir den folgenden Betrag per SEPA-Lastschrift von Ihrem Konto ein. Bitte sorgen Sie für ausreichende Deckung.',
    amount: 'Wird abgebucht',
    on: (day: string) => `am ${day}`,
    account: 'Von Ihrem Konto',
    iban: (digits: string) => `IBAN mit Endziffern ${digits}`,
    mandate: 'Mandatsreferenz',
    creditor: 'Gläubiger-ID',
    collectedBy: 'Eingezogen durch',
    button: 'Lieber anders bezahlen',
  },
  en: {
    subject: (amount, day, reference) => `Notice: direct debit of ${amount} on ${day} (${reference})`,
    preview: 'Please make sure that your account is covered.',
    title: 'Notice of a direct debit',
    intro:
      'As agreed, we will collect the following amount from your account by SEPA direct debit. Please make sure that it is covered.',
    amount: 'To be debited',
    on: (day) => `on ${day}`,
    account: 'From your account',
    iban: (digits) => `IBAN ending in ${digits}`,
    mandate: 'Mandate reference',
    creditor: 'Creditor identifier',
    collectedBy: 'Collected by',
    button: 'Pay in another way',
  },
});

export const preNotice: Template<PreNotice> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const amount = formatMoney(props.amount, locale);
  const day = formatDay(props.debitOn, locale);
  return letterToCustomer(props, locale, {
    subject: text.subject(amount, day, props.reference),
    preview: text.preview,
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro },
      { type: 'amount', label: text.amount, value: amount, note: text.on(day) },
      {
        type: 'facts',
        rows: facts(
          [text.account, text.iban(props.accountLast4.slice(-4))],
          [text.mandate, props.mandateReference],
          [text.creditor, props.creditorId],
          [text.collectedBy, props.collectedBy],
          [words.reference, props.reference],
          [words.invoice, props.invoiceNumber],
          [words.order, props.orderReference],
        ),
      },
      { type: 'button', rank: 'secondary', label: text.button, url: props.payUrl },
    ],
  });
};
