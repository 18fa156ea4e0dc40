import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { failureReason } from '../failure-reason.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Block, Template, ToCustomer } from '../mail.ts';
import { transferTo } from '../transfer.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

/** A debit's return is final, so its amount is open again; a card's dispute waits for the bank (rule 14). */
export type Reversal =
  | {
      readonly kind: 'RETURNED';
      /** The bank's reason as the provider codes it. */
      readonly failureCode: string | null;
      readonly open: Money;
      readonly payUrl: string;
      readonly bankAccount: BankAccount | null;
    }
  | { readonly kind: 'DISPUTED' };

export interface DisputeOrReturn extends ToCustomer {
  /** The amount that the bank has taken back. */
  readonly amount: Money;
  readonly happenedOn: Day;
  readonly method: MethodFact;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  readonly reversal: Reversal;
}

const TEXTS = bilingual({
  de: {
    RETURNED: {
      subject: (amount: string, reference: string) =>
        `Ihre Zahlung über ${amount} wurde zurückgebucht (${reference})`,
      preview: 'Der Betrag ist wieder offen.',
      status: 'Zurückgebucht',
      title: 'Ihre Zahlung wurde zurückgebucht',
      intro: 'Ihre Bank hat die Lastschrift zurückgegeben. Der Betrag ist damit wieder offen.',
      date: 'Zurückgebucht am',
    },
    DISPUTED: {
      subject: (amount: string, reference: string) =>
        `Ihr Widerspruch zur Zahlung über ${amount} (${reference})`,
      preview: 'Vorerst brauchen Sie nichts zu zahlen.',
      status: 'Widerspruch',
      title: 'Ihr Widerspruch bei der Bank',
      intro: 'Ihre Bank hat uns mitgeteilt, dass der folgenden Kartenzahlung widersprochen wurde.',
      date: 'Gemeldet am',
    },
    reason: (reason: string) => `Als Grund nennt die Bank: ${reason}`,
    wait: 'Die Bank prüft den Fall nun; das kann einige Wochen dauern. Solange brauchen Sie nichts zu zahlen.',
    mistake:
      'War es ein Versehen, oder können wir etwas klären? Dann antworten Sie uns bitte: Meist geht das schneller als das Verfahren der Bank.',
  },
  en: {
    RETURNED: {
      subject: (amount, reference) => `Your payment of ${amount} was returned (${reference})`,
      preview: 'The amount is open again.',
      status: 'Returned',
      title: 'Your payment was returned',
      intro: 'Your bank has returned the direct debit. The amount is therefore open again.',
      date: 'Returned on',
    },
    DISPUTED: {
      subject: (amount, reference) => `Your dispute of the payment of ${amount} (${reference})`,
      preview: 'For now there is nothing to pay.',
      status: 'Disputed',
      title: 'Your dispute with the bank',
      intro: 'Your bank has told us that the following card payment was disputed.',
      date: 'Reported on',
    },
    reason: (reason) => `The bank gives this reason: ${reason}`,
    wait: 'The bank is now looking into it; this may take a few weeks. Until then there is nothing to pay.',
    mistake:
      'Was it a mistake, or is there something we can clear up? Then please reply to us: that is usually quicker than the procedure of the bank.',
  },
});

export const disputeOrReturn: Template<DisputeOrReturn> = (props, locale) => {
  const text = TEXTS[locale][props.reversal.kind];
  const words = WORDS[locale];
  const amount = formatMoney(props.amount, locale);
  const rows = facts(
    [words.amount, amount],
    [words.reference, props.reference],
    [words.invoice, props.invoiceNumber],
    [words.order, props.orderReference],
    [words.method, describeMethod(props.method, locale)],
    [text.date, formatDay(props.happenedOn, locale)],
  );
  return letterToCustomer(props, locale, {
    subject: text.subject(amount, props.reference),
    preview: text.preview,
    status: { tone: 'warn', word: text.status },
    title: text.title,
    blocks: [
      { type: 'paragraph', text: introOf(props, locale) },
      ...(props.reversal.kind === 'RETURNED' ? toPay(props.reversal, locale) : []),
      { type: 'facts', rows },
      ...(props.reversal.kind === 'RETURNED'
        ? transferTo(props.reversal.bankAccount, props.reversal.open, props.reference, words.orByTransfer)
        : waiting(locale)),
    ],
  });
};

const introOf = ({ reversal }: DisputeOrReturn, locale: Locale): string => {
  const { [reversal.kind]: text, reason } = TEXTS[locale];
  if (reversal.kind === 'DISPUTED' || reversal.failureCode === null) return text.intro;
  return `${text.intro} ${reason(failureReason(reversal.failureCode, locale).reason)}`;
};

const toPay = (
  { open, payUrl }: Extract<Reversal, { kind: 'RETURNED' }>,
  locale: Locale,
): readonly Block[] => {
  const { open: label, payNow } = WORDS[locale];
  return [
    { type: 'amount', label, value: formatMoney(open, locale), note: null },
    { type: 'button', rank: 'primary', label: payNow, url: payUrl },
  ];
};

const waiting = (locale: Locale): readonly Block[] => [
  { type: 'paragraph', text: TEXTS[locale].wait },
  { type: 'paragraph', text: TEXTS[locale].mistake },
];
