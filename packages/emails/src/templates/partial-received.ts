import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { transferTo } from '../transfer.ts';
import { facts, WORDS } from '../words.ts';

export interface PartialReceived extends ToCustomer {
  readonly received: Money;
  readonly receivedOn: Day;
  readonly open: Money;
  readonly dueOn: Day;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  /** The receipt for this part, which the sender attaches; null when there is none. */
  readonly receiptNumber: string | null;
  readonly payUrl: string;
  readonly bankAccount: BankAccount | null;
  /** What to write beside a transfer where that is not the reference of the claim. */
  readonly transferReference: string | null;
}

const TEXTS = bilingual({
  de: {
    subject: (received: string, open: string, reference: string) =>
      `${received} erhalten, ${open} noch offen (${reference})`,
    preview: 'Vielen Dank für Ihre Teilzahlung.',
    status: 'Teilweise bezahlt',
    title: 'Danke für Ihre Teilzahlung',
    intro: (received: string, open: string) =>
      `wir haben ${received} von Ihnen erhalten. Damit sind noch ${open} offen.`,
    attached: 'Die Zahlungsbestätigung liegt als PDF bei.',
    received: 'Erhalten',
    receipt: 'Belegnummer',
    pay: 'Rest bezahlen',
    transfer: 'Oder den Rest überweisen',
  },
  en: {
    subject: (received, open, reference) => `${received} received, ${open} still open (${reference})`,
    preview: 'Thank you for your partial payment.',
    status: 'Partly paid',
    title: 'Thank you for your partial payment',
    intro: (received, open) => `We have received ${received} from you. That leaves ${open} open.`,
    attached: 'The receipt is attached as a PDF.',
    received: 'Received',
    receipt: 'Receipt number',
    pay: 'Pay the rest',
    transfer: 'Or transfer the rest',
  },
});

export const partialReceived: Template<PartialReceived> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const received = formatMoney(props.received, locale);
  const open = formatMoney(props.open, locale);
  return letterToCustomer(props, locale, {
    subject: text.subject(received, open, props.reference),
    preview: text.preview,
    status: { tone: 'warn', word: text.status },
    title: text.title,
    blocks: [
      {
        type: 'paragraph',
        text: props.receiptNumber
          ? `${text.intro(received, open)} ${text.attached}`
          : text.intro(received, open),
      },
      { type: 'amount', label: words.open, value: open, note: words.due(formatDay(props.dueOn, locale)) },
      { type: 'button', rank: 'primary', label: text.pay, url: props.payUrl },
      {
        type: 'facts',
        rows: facts(
          [text.received, received],
          [words.receivedOn, formatDay(props.receivedOn, locale)],
          [words.reference, props.reference],
          [words.invoice, props.invoiceNumber],
          [text.receipt, props.receiptNumber],
          [words.order, props.orderReference],
        ),
      },
      ...transferTo(props.bankAccount, props.open, props.transferReference ?? props.reference, text.transfer),
    ],
  });
};
