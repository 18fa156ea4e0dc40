import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { type Skonto, skontoNote } from '../skonto.ts';
import { transferTo } from '../transfer.ts';
import { facts, WORDS } from '../words.ts';

export interface PaymentRequest extends ToCustomer {
  /** What is open now. */
  readonly amount: Money;
  readonly dueOn: Day;
  /** The case number (rule 11). */
  readonly reference: string;
  readonly orderReference: string | null;
  /** What is to be paid for, in a few words. */
  readonly purpose: string | null;
  readonly payUrl: string;
  /** Null when transfers do not go to the business's own account (rule 25). */
  readonly bankAccount: BankAccount | null;
  /** For a transfer; null without, and when its last day is over. */
  readonly skonto: Skonto | null;
}

const TEXTS = bilingual({
  de: {
    subject: (amount: string, business: string, reference: string) =>
      `Bitte zahlen Sie ${amount} an ${business} (${reference})`,
    preview: (due: string) => `Zahlbar bis zum ${due}.`,
    title: 'Zahlungsaufforderung',
    intro: (due: string) => `wir bitten Sie um Ihre Zahlung bis zum ${due}.`,
    purpose: 'Wofür',
  },
  en: {
    subject: (amount, business, reference) => `Please pay ${amount} to ${business} (${reference})`,
    preview: (due) => `Payable by ${due}.`,
    title: 'Payment request',
    intro: (due) => `We kindly ask for your payment by ${due}.`,
    purpose: 'For',
  },
});

export const paymentRequest: Template<PaymentRequest> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const amount = formatMoney(props.amount, locale);
  const due = formatDay(props.dueOn, locale);
  return letterToCustomer(props, locale, {
    subject: text.subject(amount, props.business.name, props.reference),
    preview: text.preview(due),
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro(due) },
      { type: 'amount', label: words.toPay, value: amount, note: words.due(due) },
      { type: 'button', rank: 'primary', label: words.payNow, url: props.payUrl },
      {
        type: 'facts',
        rows: facts(
          [text.purpose, props.purpose],
          [words.reference, props.reference],
          [words.order, props.orderReference],
          [words.dueOn, due],
        ),
      },
      ...skontoNote(props.skonto, locale),
      ...transferTo(props.bankAccount, props.amount, props.reference, words.orByTransfer),
      { type: 'paragraph', text: words.alreadyPaid },
    ],
  });
};
