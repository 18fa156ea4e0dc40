import type { StatementReason } from '@zahlwerk/domain/customers/account-statement';
import type { Locale } from '@zahlwerk/domain/money/format-money';

export interface StatementLabels {
  readonly title: string;
  readonly period: string;
  readonly intro: string;
  readonly day: string;
  readonly text: string;
  readonly debit: (sign: string) => string;
  readonly credit: (sign: string) => string;
  readonly balance: (sign: string) => string;
  readonly opening: string;
  readonly reasons: Readonly<Record<StatementReason, string>>;
  readonly debits: string;
  readonly credits: string;
  readonly youOwe: string;
  readonly yourCredit: string;
  readonly openItems: string;
  readonly nothingOpen: string;
  readonly claim: string;
  readonly withoutInvoice: string;
  readonly caseNumber: string;
  readonly dueOn: string;
  readonly open: (sign: string) => string;
  readonly note: string;
}

const de: StatementLabels = {
  title: 'Kontoauszug',
  period: 'Zeitraum',
  intro: 'So steht Ihr Kundenkonto bei uns:',
  day: 'Datum',
  text: 'Text',
  debit: (sign) => `Soll ${sign}`,
  credit: (sign) => `Haben ${sign}`,
  balance: (sign) => `Saldo ${sign}`,
  opening: 'Übertrag',
  reasons: {
    INVOICE: 'Rechnung',
    CLAIM: 'Forderung',
    STORNO: 'Storno',
    PAYMENT: 'Zahlung',
    SKONTO: 'Skonto',
    CREDIT_NOTE: 'Rechnungskorrektur',
    ADJUSTMENT: 'Ausgleich',
    REFUND: 'Erstattung',
    DISPUTE: 'Rückbuchung',
  },
  debits: 'Summe Soll',
  credits: 'Summe Haben',
  youOwe: 'Saldo zu unseren Gunsten',
  yourCredit: 'Saldo zu Ihren Gunsten',
  openItems: 'Offene Posten heute',
  nothingOpen: 'Heute ist nichts offen.',
  claim: 'Rechnung',
  withoutInvoice: '–',
  caseNumber: 'Vorgang',
  dueOn: 'Fällig am',
  open: (sign) => `Offen ${sign}`,
  note: 'Dieser Auszug ist keine Rechnung. Bitte sagen Sie uns, wenn etwas nicht stimmt.',
};

const en: StatementLabels = {
  title: 'Statement of account',
  period: 'Period',
  intro: 'This is how your account with us stands:',
  day: 'Date',
  text: 'Text',
  debit: (sign) => `Debit ${sign}`,
  credit: (sign) => `Credit ${sign}`,
  balance: (sign) => `Balance ${sign}`,
  opening: 'Brought forward',
  reasons: {
    INVOICE: 'Invoice',
    CLAIM: 'Claim',
    STORNO: 'Cancellation',
    PAYMENT: 'Payment',
    SKONTO: 'Early payment discount',
    CREDIT_NOTE: 'Credit note',
    ADJUSTMENT: 'Adjustment',
    REFUND: 'Refund',
    DISPUTE: 'Chargeback',
  },
  debits: 'Total debits',
  credits: 'Total credits',
  youOwe: 'Balance in our favor',
  yourCredit: 'Balance in your favor',
  openItems: 'Open items today',
  nothingOpen: 'Nothing is open today.',
  claim: 'Invoice',
  withoutInvoice: '–',
  caseNumber: 'Case',
  dueOn: 'Due on',
  open: (sign) => `Open ${sign}`,
  note: 'This statement is not an invoice. Please tell us if anything is not right.',
};

/** Every word that a statement of account prints of its own accord. */
export const STATEMENT_LABELS: Readonly<Record<Locale, StatementLabels>> = { de, en };
