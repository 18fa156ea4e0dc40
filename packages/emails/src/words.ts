import type { ReceiptMethod } from '@zahlwerk/domain/invoices/receipt-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { bilingual } from './bilingual.ts';
import type { Fact } from './mail.ts';

/** Words that several messages share; what only one of them says stands in its own file. */
export const WORDS = bilingual({
  de: {
    amount: 'Betrag',
    toPay: 'Zu zahlen',
    open: 'Noch offen',
    dueOn: 'Fällig am',
    due: (day: string) => `fällig am ${day}`,
    receivedOn: 'Eingegangen am',
    reference: 'Referenz',
    order: 'Bestellung',
    invoice: 'Rechnung',
    method: 'Zahlungsart',
    validUntil: 'Link gültig bis',
    payNow: 'Jetzt bezahlen',
    orByTransfer: 'Oder per Überweisung',
    alreadyPaid: 'Haben Sie schon bezahlt? Dann brauchen Sie nichts weiter zu tun.',
    neverAsk: 'Wir fragen Sie nie per E-Mail oder Telefon nach Kartendaten oder Codes.',
    methods: {
      CARD: 'Karte',
      CARD_TERMINAL: 'Karte am Terminal',
      SEPA_DEBIT: 'SEPA-Lastschrift',
      BANK_TRANSFER: 'Überweisung',
    } satisfies Record<ReceiptMethod, string>,
    card: (method: string, digits: string) => `${method} mit Endziffern ${digits}`,
    account: (method: string, digits: string) => `${method}, IBAN endet auf ${digits}`,
  },
  en: {
    amount: 'Amount',
    toPay: 'To pay',
    open: 'Still open',
    dueOn: 'Due on',
    due: (day) => `due on ${day}`,
    receivedOn: 'Received on',
    reference: 'Reference',
    order: 'Order',
    invoice: 'Invoice',
    method: 'Payment method',
    validUntil: 'Link valid until',
    payNow: 'Pay now',
    orByTransfer: 'Or by bank transfer',
    alreadyPaid: 'Have you already paid? Then there is nothing more to do.',
    neverAsk: 'We never ask for card details or codes by e-mail or phone.',
    methods: {
      CARD: 'Card',
      CARD_TERMINAL: 'Card at the terminal',
      SEPA_DEBIT: 'SEPA direct debit',
      BANK_TRANSFER: 'Bank transfer',
    },
    card: (method, digits) => `${method} ending in ${digits}`,
    account: (method, digits) => `${method}, IBAN ending in ${digits}`,
  },
});

/** How somebody has paid or will pay; never more than the last four digits of a card or an account. */
export interface MethodFact {
  readonly type: ReceiptMethod;
  readonly last4: string | null;
}

export const describeMethod = ({ type, last4 }: MethodFact, locale: Locale): string => {
  const { methods, card, account } = WORDS[locale];
  if (!last4) return methods[type];
  const isCard = type === 'CARD' || type === 'CARD_TERMINAL';
  return (isCard ? card : account)(methods[type], last4.slice(-4));
};

/** Rows for the facts that are known, in the order given. */
export const facts = (
  ...rows: readonly (readonly [label: string, value: string | null])[]
): readonly Fact[] =>
  rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
