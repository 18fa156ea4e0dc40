import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import { isPositive, type Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Block, Template, ToCustomer } from '../mail.ts';
import { type Skonto, skontoNote } from '../skonto.ts';
import { transferTo } from '../transfer.ts';
import { facts, WORDS } from '../words.ts';

/** The mail that carries an invoice, a billing statement or a Storno; the sender attaches the PDF. */
export interface InvoiceMail extends ToCustomer {
  readonly kind: 'INVOICE' | 'STATEMENT' | 'STORNO';
  readonly number: string;
  readonly issuedOn: Day;
  /** The number of the document that a Storno takes back. */
  readonly cancels: string | null;
  readonly total: Money;
  /** Still to pay. When nothing is, the mail says so and carries no GiroCode (rule 10). */
  readonly open: Money;
  readonly dueOn: Day | null;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly payUrl: string | null;
  readonly bankAccount: BankAccount | null;
  /** For a transfer; null without, and when its last day is over. */
  readonly skonto: Skonto | null;
}

const TEXTS = bilingual({
  de: {
    name: { INVOICE: 'Rechnung', STATEMENT: 'Abrechnung', STORNO: 'Stornorechnung' },
    subject: (name: string, number: string, business: string, total: string) =>
      `${name} ${number} von ${business} über ${total}`,
    preview: { open: (open: string) => `Zu zahlen: ${open}.`, settled: 'Es ist nichts mehr zu zahlen.' },
    intro: {
      INVOICE: 'anbei erhalten Sie unsere Rechnung als PDF.',
      STATEMENT: 'anbei erhalten Sie unsere Abrechnung als PDF.',
      STORNO: 'anbei erhalten Sie unsere Stornorechnung als PDF.',
    },
    cancels: (number: string) => `Sie hebt ${number} vollständig auf.`,
    settled: 'Der Betrag ist vollständig bei uns eingegangen. Vielen Dank!',
    number: 'Nummer',
    date: 'Datum',
    total: { INVOICE: 'Gesamtbetrag', STATEMENT: 'Gesamtbetrag', STORNO: 'Stornierter Betrag' },
    open: 'Davon noch offen',
  },
  en: {
    name: { INVOICE: 'Invoice', STATEMENT: 'Billing statement', STORNO: 'Cancellation invoice' },
    subject: (name, number, business, total) => `${name} ${number} from ${business} for ${total}`,
    preview: { open: (open) => `To pay: ${open}.`, settled: 'There is nothing more to pay.' },
    intro: {
      INVOICE: 'Please find our invoice attached as a PDF.',
      STATEMENT: 'Please find our billing statement attached as a PDF.',
      STORNO: 'Please find our cancellation invoice attached as a PDF.',
    },
    cancels: (number) => `It cancels ${number} in full.`,
    settled: 'We have received the full amount. Thank you!',
    number: 'Number',
    date: 'Date',
    total: { INVOICE: 'Total', STATEMENT: 'Total', STORNO: 'Canceled amount' },
    open: 'Of which still open',
  },
});

export const invoice: Template<InvoiceMail> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const total = formatMoney(props.total, locale);
  const asksForMoney = props.kind !== 'STORNO' && isPositive(props.open);
  const open = formatMoney(props.open, locale);
  const name = text.name[props.kind];
  return letterToCustomer(props, locale, {
    subject: text.subject(name, props.number, props.business.name, total),
    preview: asksForMoney ? text.preview.open(open) : text.preview.settled,
    status: null,
    title: `${name} ${props.number}`,
    blocks: [
      { type: 'paragraph', text: introOf(props, locale) },
      ...(asksForMoney ? toPay(props, locale) : []),
      {
        type: 'facts',
        rows: facts(
          [text.number, props.number],
          [text.date, formatDay(props.issuedOn, locale)],
          [text.total[props.kind], total],
          [text.open, asksForMoney && props.open.minor !== props.total.minor ? open : null],
          [words.reference, props.reference],
          [words.order, props.orderReference],
        ),
      },
      ...(asksForMoney ? skontoNote(props.skonto, locale) : []),
      ...(asksForMoney ? transferTo(props.bankAccount, props.open, props.reference, words.orByTransfer) : []),
      ...(asksForMoney || props.kind === 'STORNO'
        ? []
        : [{ type: 'note', tone: 'ok', text: text.settled } as const]),
    ],
  });
};

const introOf = ({ kind, cancels }: InvoiceMail, locale: Locale): string => {
  const { intro, cancels: sentence } = TEXTS[locale];
  return kind === 'STORNO' && cancels ? `${intro[kind]} ${sentence(cancels)}` : intro[kind];
};

const toPay = ({ open, dueOn, payUrl }: InvoiceMail, locale: Locale): readonly Block[] => {
  const { toPay: label, due, payNow } = WORDS[locale];
  const note = dueOn ? due(formatDay(dueOn, locale)) : null;
  return [
    { type: 'amount', label, value: formatMoney(open, locale), note },
    ...(payUrl ? [{ type: 'button', rank: 'primary', label: payNow, url: payUrl } as const] : []),
  ];
};
