import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToCustomer } from '../letter.ts';
import type { Block, Template, ToCustomer } from '../mail.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

/** What a refund does to the claim (rule 14). */
export type RefundEffect =
  | { readonly kind: 'REDUCE'; readonly correctionNumber: string | null }
  | { readonly kind: 'FROM_CREDIT' }
  | { readonly kind: 'CLAIM_STAYS_OPEN'; readonly open: Money; readonly payUrl: string };

export interface Refund extends ToCustomer {
  readonly amount: Money;
  readonly refundedOn: Day;
  /** Where the money goes: the way it came. */
  readonly method: MethodFact;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  readonly effect: RefundEffect;
}

const TEXTS = bilingual({
  de: {
    subject: (amount: string, reference: string) => `Erstattung über ${amount} (${reference})`,
    preview: 'Das Geld ist auf dem Weg zu Ihnen.',
    status: 'Erstattet',
    title: 'Ihre Erstattung',
    intro: 'wir haben Ihnen Geld erstattet. Es geht auf dem Weg zurück, auf dem Sie bezahlt haben.',
    patience: 'Bis es auf Ihrem Konto erscheint, können einige Bankarbeitstage vergehen.',
    refunded: 'Erstattet',
    on: (day: string) => `am ${day}`,
    to: 'Zurück auf',
    correction: 'Korrekturbeleg',
    reduced: 'Ihre Rechnung haben wir entsprechend korrigiert.',
    fromCredit: 'Der Betrag stammt aus Ihrem Guthaben bei uns; an Ihren Rechnungen ändert sich nichts.',
    staysOpen: (open: string) =>
      `Damit sind wieder ${open} offen. Bitte zahlen Sie diesen Betrag auf einem anderen Weg.`,
  },
  en: {
    subject: (amount, reference) => `Refund of ${amount} (${reference})`,
    preview: 'The money is on its way to you.',
    status: 'Refunded',
    title: 'Your refund',
    intro: 'We have refunded money to you. It goes back the way you paid.',
    patience: 'It may take a few banking days until it appears in your account.',
    refunded: 'Refunded',
    on: (day) => `on ${day}`,
    to: 'Back to',
    correction: 'Correction',
    reduced: 'We have corrected your invoice accordingly.',
    fromCredit: 'The amount comes from your credit with us; your invoices do not change.',
    staysOpen: (open) => `This leaves ${open} open again. Please pay this amount in another way.`,
  },
});

export const refund: Template<Refund> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const amount = formatMoney(props.amount, locale);
  return letterToCustomer(props, locale, {
    subject: text.subject(amount, props.reference),
    preview: text.preview,
    status: { tone: 'ok', word: text.status },
    title: text.title,
    blocks: [
      { type: 'paragraph', text: `${text.intro} ${text.patience}` },
      {
        type: 'amount',
        label: text.refunded,
        value: amount,
        note: text.on(formatDay(props.refundedOn, locale)),
      },
      {
        type: 'facts',
        rows: facts(
          [text.to, describeMethod(props.method, locale)],
          [words.reference, props.reference],
          [words.invoice, props.invoiceNumber],
          [text.correction, props.effect.kind === 'REDUCE' ? props.effect.correctionNumber : null],
          [words.order, props.orderReference],
        ),
      },
      ...describeEffect(props.effect, locale),
    ],
  });
};

const describeEffect = (effect: RefundEffect, locale: Locale): readonly Block[] => {
  const text = TEXTS[locale];
  switch (effect.kind) {
    case 'REDUCE':
      return [{ type: 'paragraph', text: text.reduced }];
    case 'FROM_CREDIT':
      return [{ type: 'paragraph', text: text.fromCredit }];
    case 'CLAIM_STAYS_OPEN':
      return [
        { type: 'note', tone: 'warn', text: text.staysOpen(formatMoney(effect.open, locale)) },
        { type: 'button', rank: 'primary', label: WORDS[locale].payNow, url: effect.payUrl },
      ];
  }
};
