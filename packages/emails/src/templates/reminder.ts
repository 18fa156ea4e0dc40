import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { transferTo } from '../transfer.ts';
import { facts, WORDS } from '../words.ts';

/** 0 asks kindly and creates no cost; 1 and 2 are formal; 3 is the last before legal steps. */
export type ReminderLevel = 0 | 1 | 2 | 3;

export interface Reminder extends ToCustomer {
  readonly level: ReminderLevel;
  readonly open: Money;
  readonly dueOn: Day;
  /** The new date by which the money is to arrive. */
  readonly payUntil: Day;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  readonly payUrl: string;
  readonly bankAccount: BankAccount | null;
}

const TEXTS = bilingual({
  de: {
    titles: {
      0: 'Zahlungserinnerung',
      1: 'Mahnung',
      2: 'Zweite Mahnung',
      3: 'Letzte Mahnung',
    } as Readonly<Record<ReminderLevel, string>>,
    intros: {
      0: (due: string) =>
        `vielleicht ist es untergegangen: Der folgende Betrag war am ${due} fällig und ist noch offen.`,
      1: (due: string) =>
        `der folgende Betrag war am ${due} fällig. Auf unsere Erinnerung hin ist noch keine Zahlung eingegangen.`,
      2: (due: string) => `trotz unserer Mahnung ist der am ${due} fällige Betrag noch immer offen.`,
      3: (due: string) =>
        `der am ${due} fällige Betrag ist trotz mehrerer Mahnungen noch immer offen. Wenn er nicht fristgerecht eingeht, behalten wir uns gerichtliche Schritte vor.`,
    } as Readonly<Record<ReminderLevel, (due: string) => string>>,
    subject: (title: string, open: string, reference: string) => `${title}: ${open} (${reference})`,
    preview: (until: string) => `Bitte zahlen Sie bis zum ${until}.`,
    status: 'Überfällig',
    until: (until: string) => `bitte bis zum ${until}`,
    help: 'Können Sie gerade nicht zahlen, oder stimmt etwas nicht? Dann melden Sie sich bitte bei uns.',
    crossed: 'Hat sich Ihre Zahlung mit dieser Nachricht überschnitten, ist sie gegenstandslos.',
  },
  en: {
    titles: { 0: 'Payment reminder', 1: 'First notice', 2: 'Second notice', 3: 'Final notice' },
    intros: {
      0: (due) => `This may have slipped through: the following amount was due on ${due} and is still open.`,
      1: (due) => `The following amount was due on ${due}. No payment has arrived since our reminder.`,
      2: (due) => `Despite our notice, the amount due on ${due} is still open.`,
      3: (due) =>
        `Despite several notices, the amount due on ${due} is still open. If it does not arrive in time, we reserve the right to take legal action.`,
    },
    subject: (title, open, reference) => `${title}: ${open} (${reference})`,
    preview: (until) => `Please pay by ${until}.`,
    status: 'Overdue',
    until: (until) => `please pay by ${until}`,
    help: 'Unable to pay right now, or is something wrong? Then please get in touch with us.',
    crossed: 'If your payment has crossed with this message, please disregard it.',
  },
});

export const reminder: Template<Reminder> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const open = formatMoney(props.open, locale);
  const due = formatDay(props.dueOn, locale);
  const until = formatDay(props.payUntil, locale);
  const title = text.titles[props.level];
  return letterToCustomer(props, locale, {
    subject: text.subject(title, open, props.reference),
    preview: text.preview(until),
    status: { tone: props.level === 0 ? 'warn' : 'bad', word: text.status },
    title,
    blocks: [
      { type: 'paragraph', text: text.intros[props.level](due) },
      { type: 'amount', label: words.open, value: open, note: text.until(until) },
      { type: 'button', rank: 'primary', label: words.payNow, url: props.payUrl },
      {
        type: 'facts',
        rows: facts(
          [words.reference, props.reference],
          [words.invoice, props.invoiceNumber],
          [words.order, props.orderReference],
          [words.dueOn, due],
        ),
      },
      ...transferTo(props.bankAccount, props.open, props.reference, words.orByTransfer),
      { type: 'paragraph', text: `${text.help} ${text.crossed}` },
    ],
  });
};
