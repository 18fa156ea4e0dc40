import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import { isPositive, type Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Block, Template, ToCustomer } from '../mail.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

export interface Receipt extends ToCustomer {
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly method: MethodFact;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  /** The number of the attached receipt; null when no PDF goes along. */
  readonly receiptNumber: string | null;
  /** What is kept for the customer because more came than was due; null or zero says nothing. */
  readonly credit: Money | null;
  /** One click each. The pages behind them must ask once more: link scanners of mail servers click too. */
  readonly feedback: { readonly goodUrl: string; readonly fairUrl: string; readonly poorUrl: string } | null;
}

const TEXTS = bilingual({
  de: {
    subject: (amount: string, reference: string) => `Zahlung erhalten: ${amount} (${reference})`,
    preview: (day: string) => `Eingegangen am ${day}. Vielen Dank!`,
    status: 'Bezahlt',
    title: 'Danke für Ihre Zahlung',
    intro: 'Ihre Zahlung ist bei uns eingegangen.',
    attached: 'Die Zahlungsbestätigung liegt als PDF bei.',
    on: (day: string) => `eingegangen am ${day}`,
    receipt: 'Belegnummer',
    credit: (amount: string) => `Davon bleiben ${amount} als Guthaben für Sie bei uns.`,
    question: 'Wie war das Bezahlen für Sie?',
    good: 'Gut',
    fair: 'Geht so',
    poor: 'Schlecht',
  },
  en: {
    subject: (amount, reference) => `Payment received: ${amount} (${reference})`,
    preview: (day) => `Received on ${day}. Thank you!`,
    status: 'Paid',
    title: 'Thank you for your payment',
    intro: 'We have received your payment.',
    attached: 'The receipt is attached as a PDF.',
    on: (day) => `received on ${day}`,
    receipt: 'Receipt number',
    credit: (amount) => `Of this, ${amount} remain with us as credit for you.`,
    question: 'How was paying for you?',
    good: 'Good',
    fair: 'So-so',
    poor: 'Poor',
  },
});

export const receipt: Template<Receipt> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const amount = formatMoney(props.amount, locale);
  const received = formatDay(props.receivedOn, locale);
  return letterToCustomer(props, locale, {
    subject: text.subject(amount, props.reference),
    preview: text.preview(received),
    status: { tone: 'ok', word: text.status },
    title: text.title,
    blocks: [
      { type: 'paragraph', text: props.receiptNumber ? `${text.intro} ${text.attached}` : text.intro },
      { type: 'amount', label: words.amount, value: amount, note: text.on(received) },
      {
        type: 'facts',
        rows: facts(
          [words.method, describeMethod(props.method, locale)],
          [words.reference, props.reference],
          [words.invoice, props.invoiceNumber],
          [words.order, props.orderReference],
          [text.receipt, props.receiptNumber],
        ),
      },
      ...creditNote(props, locale),
      ...feedback(props, locale),
    ],
  });
};

const creditNote = ({ credit }: Receipt, locale: Locale): readonly Block[] =>
  credit && isPositive(credit)
    ? [{ type: 'note', tone: 'neutral', text: TEXTS[locale].credit(formatMoney(credit, locale)) }]
    : [];

const feedback = ({ feedback: urls }: Receipt, locale: Locale): readonly Block[] => {
  if (!urls) return [];
  const { question, good, fair, poor } = TEXTS[locale];
  const options = [
    { label: good, url: urls.goodUrl },
    { label: fair, url: urls.fairUrl },
    { label: poor, url: urls.poorUrl },
  ];
  return [{ type: 'choices', question, options }];
};
