import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { failureReason } from '../failure-reason.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { transferTo } from '../transfer.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

export interface PaymentFailed extends ToCustomer {
  readonly amount: Money;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly failedOn: Day;
  readonly method: MethodFact;
  /** The provider's failure or decline code; null when it gave none. */
  readonly failureCode: string | null;
  /** When the stored method is charged again by itself; null when it is not. */
  readonly nextTryOn: Day | null;
  /** Where the same method is tried again; null when only another way is open. */
  readonly retryUrl: string | null;
  /** Where another way to pay is chosen. */
  readonly payUrl: string;
  readonly bankAccount: BankAccount | null;
}

const TEXTS = bilingual({
  de: {
    subject: (amount: string, reference: string) =>
      `Ihre Zahlung über ${amount} hat nicht geklappt (${reference})`,
    status: 'Nicht bezahlt',
    title: 'Ihre Zahlung hat nicht geklappt',
    intro: (reason: string) =>
      `leider konnten wir Ihre Zahlung nicht annehmen. ${reason} Es ist kein Geld geflossen.`,
    date: 'Versucht am',
    retry: 'Erneut versuchen',
    otherWay: 'Anders bezahlen',
    nextTry: (day: string) =>
      `Sie müssen nichts tun: Am ${day} belasten wir die hinterlegte Zahlungsart noch einmal. Zahlen Sie vorher anders, entfällt das.`,
    confirmSubject: (amount: string, reference: string) =>
      `Bitte bestätigen Sie Ihre Zahlung über ${amount} (${reference})`,
    confirmTitle: 'Bitte bestätigen Sie Ihre Zahlung',
    confirm: 'Zahlung bestätigen',
  },
  en: {
    subject: (amount, reference) => `Your payment of ${amount} did not go through (${reference})`,
    status: 'Not paid',
    title: 'Your payment did not go through',
    intro: (reason) => `Unfortunately we could not take your payment. ${reason} No money has been moved.`,
    date: 'Attempted on',
    retry: 'Try again',
    otherWay: 'Pay in another way',
    nextTry: (day) =>
      `There is nothing you have to do: on ${day} we will charge the stored method once more. If you pay in another way before, we will not.`,
    confirmSubject: (amount, reference) => `Please confirm your payment of ${amount} (${reference})`,
    confirmTitle: 'Please confirm your payment',
    confirm: 'Confirm the payment',
  },
});

export const paymentFailed: Template<PaymentFailed> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const amount = formatMoney(props.amount, locale);
  const { reason, advice, isWorthARetry, isToConfirm } = failureReason(props.failureCode, locale);
  const retryUrl = isWorthARetry ? props.retryUrl : null;
  return letterToCustomer(props, locale, {
    subject: (isToConfirm ? text.confirmSubject : text.subject)(amount, props.reference),
    preview: reason,
    status: { tone: 'bad', word: text.status },
    title: isToConfirm ? text.confirmTitle : text.title,
    blocks: [
      { type: 'paragraph', text: text.intro(reason) },
      {
        type: 'paragraph',
        text: props.nextTryOn ? text.nextTry(formatDay(props.nextTryOn, locale)) : advice,
      },
      ...(retryUrl
        ? [
            {
              type: 'button',
              rank: 'primary',
              label: isToConfirm ? text.confirm : text.retry,
              url: retryUrl,
            } as const,
          ]
        : []),
      { type: 'button', rank: retryUrl ? 'secondary' : 'primary', label: text.otherWay, url: props.payUrl },
      {
        type: 'facts',
        rows: facts(
          [words.amount, amount],
          [words.reference, props.reference],
          [words.order, props.orderReference],
          [words.method, describeMethod(props.method, locale)],
          [text.date, formatDay(props.failedOn, locale)],
        ),
      },
      ...transferTo(props.bankAccount, props.amount, props.reference, words.orByTransfer),
    ],
  });
};
