import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { facts } from '../words.ts';

/** The mail that carries a statement of account; the sender attaches the PDF. */
export interface AccountStatementMail extends ToCustomer {
  readonly from: Day;
  readonly until: Day;
  /** What is owed after the last day; below zero it is credit of the customer. */
  readonly closing: Money;
  readonly customerNumber: string | null;
}

const TEXTS = bilingual({
  de: {
    subject: (business: string, until: string) => `Kontoauszug von ${business} zum ${until}`,
    title: 'Ihr Kontoauszug',
    intro: (from: string, until: string) =>
      `anbei erhalten Sie als PDF, was vom ${from} bis zum ${until} auf Ihrem Konto bei uns gebucht wurde und was noch offen ist.`,
    owed: 'Offen',
    credit: 'Ihr Guthaben',
    period: 'Zeitraum',
    customer: 'Kundennummer',
    help: 'Stimmt etwas nicht mit Ihren Büchern überein? Dann melden Sie sich bitte bei uns.',
  },
  en: {
    subject: (business, until) => `Statement of account from ${business} as of ${until}`,
    title: 'Your statement of account',
    intro: (from, until) =>
      `Please find attached as a PDF what was posted to your account with us from ${from} to ${until}, and what is still open.`,
    owed: 'Open',
    credit: 'Your credit',
    period: 'Period',
    customer: 'Customer number',
    help: 'Does anything differ from your books? Then please get in touch with us.',
  },
});

export const accountStatement: Template<AccountStatementMail> = (props, locale) => {
  const text = TEXTS[locale];
  const from = formatDay(props.from, locale);
  const until = formatDay(props.until, locale);
  const { minor, currency } = props.closing;
  const closing = formatMoney({ minor: minor < 0n ? -minor : minor, currency }, locale);
  const label = minor < 0n ? text.credit : text.owed;
  return letterToCustomer(props, locale, {
    subject: text.subject(props.business.name, until),
    preview: `${label}: ${closing}`,
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro(from, until) },
      { type: 'amount', label, value: closing, note: null },
      {
        type: 'facts',
        rows: facts([text.period, `${from} – ${until}`], [text.customer, props.customerNumber]),
      },
      { type: 'paragraph', text: text.help },
    ],
  });
};
