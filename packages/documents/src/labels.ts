import type { ReceiptMethod } from '@zahlwerk/domain/invoices/receipt-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';

export interface Labels {
  readonly title: Readonly<Record<'INVOICE' | 'STORNO' | 'CORRECTION' | 'STATEMENT' | 'RECEIPT', string>>;
  readonly number: Readonly<Record<'INVOICE' | 'STORNO' | 'CORRECTION' | 'STATEMENT' | 'RECEIPT', string>>;
  readonly date: string;
  readonly supplyDay: string;
  readonly supplyPeriod: string;
  readonly customerNumber: string;
  readonly orderReference: string;
  readonly caseNumber: string;
  readonly yourVatId: string;
  readonly dueOn: string;
  readonly introInvoice: string;
  readonly introStatement: string;
  readonly introStorno: (kind: 'INVOICE' | 'STATEMENT', number: string, day: string) => string;
  readonly introCorrection: (kind: 'INVOICE' | 'STATEMENT', number: string, day: string) => string;
  readonly position: string;
  readonly item: string;
  readonly quantity: string;
  readonly unitPrice: (sign: string) => string;
  readonly vat: string;
  readonly net: (sign: string) => string;
  readonly amount: (sign: string) => string;
  readonly subtotal: string;
  readonly discount: (reason: string, percent: string | null) => string;
  readonly lineDiscount: (reason: string, percent: string | null, base: string, amount: string) => string;
  readonly netTotal: string;
  readonly grossPrice: (sign: string) => string;
  readonly gross: (sign: string) => string;
  readonly vatIn: (rate: string, net: string) => string;
  readonly vatOf: (rate: string, net: string) => string;
  readonly total: string;
  readonly canceledTotal: string;
  readonly correctedTotal: string;
  readonly alreadyPaid: string;
  readonly toPay: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly noInvoice: string;
  readonly payment: string;
  readonly payByTransfer: (amount: string, day: string) => string;
  readonly payByLink: (amount: string, day: string) => string;
  readonly skonto: (percent: string, day: string, amount: string) => string;
  readonly paidInFull: string;
  readonly holder: string;
  readonly bank: string;
  readonly purpose: string;
  readonly scan: string;
  readonly giroCodeAlt: string;
  readonly introReceipt: string;
  readonly received: string;
  readonly receivedOn: string;
  readonly method: string;
  readonly methods: Readonly<Record<ReceiptMethod, string>>;
  readonly payer: string;
  readonly paymentReference: string;
  readonly usedFor: string;
  readonly invoiceNumber: string;
  readonly stillOpen: (sign: string) => string;
  readonly credit: string;
  readonly receiptNote: string;
  readonly nothingOpen: string;
  readonly openRest: (amount: string) => string;
  readonly taxNumber: string;
  readonly vatId: string;
  readonly bankAccount: string;
  readonly page: (page: number, count: number) => string;
}

const de: Labels = {
  title: {
    INVOICE: 'Rechnung',
    STORNO: 'Stornorechnung',
    CORRECTION: 'Rechnungskorrektur',
    STATEMENT: 'Abrechnung',
    RECEIPT: 'Zahlungsbestätigung',
  },
  number: {
    INVOICE: 'Rechnungsnummer',
    STORNO: 'Stornonummer',
    CORRECTION: 'Belegnummer',
    STATEMENT: 'Abrechnungsnummer',
    RECEIPT: 'Belegnummer',
  },
  date: 'Datum',
  supplyDay: 'Leistungsdatum',
  supplyPeriod: 'Leistungszeitraum',
  customerNumber: 'Kundennummer',
  orderReference: 'Ihre Bestellung',
  caseNumber: 'Vorgang',
  yourVatId: 'Ihre USt-IdNr.',
  dueOn: 'Zahlbar bis',
  introInvoice: 'Vielen Dank für Ihren Auftrag. Wir berechnen Ihnen:',
  introStatement: 'Wir rechnen wie folgt mit Ihnen ab:',
  introStorno: (kind, number, day) =>
    `Mit diesem Beleg heben wir die ${kind === 'INVOICE' ? 'Rechnung' : 'Abrechnung'} ${number} vom ${day} vollständig auf.`,
  introCorrection: (kind, number, day) =>
    `Mit diesem Beleg mindern wir die ${kind === 'INVOICE' ? 'Rechnung' : 'Abrechnung'} ${number} vom ${day} um:`,
  position: 'Pos.',
  item: 'Leistung',
  quantity: 'Menge',
  unitPrice: (sign) => `Einzelpreis ${sign}`,
  vat: 'USt.',
  net: (sign) => `Netto ${sign}`,
  amount: (sign) => `Betrag ${sign}`,
  subtotal: 'Zwischensumme',
  discount: (reason, percent) => (percent ? `${reason} ${percent}\u00a0%` : reason),
  lineDiscount: (reason, percent, base, amount) =>
    percent ? `${reason} ${percent}\u00a0% auf ${base}: ${amount}` : `${reason}: ${amount}`,
  netTotal: 'Summe netto',
  grossPrice: (sign) => `Preis brutto ${sign}`,
  gross: (sign) => `Brutto ${sign}`,
  vatIn: (rate, net) => `darin ${rate} % USt. auf ${net} netto`,
  vatOf: (rate, net) => `zzgl. ${rate} % USt. auf ${net}`,
  total: 'Gesamtbetrag',
  canceledTotal: 'Stornierter Betrag',
  correctedTotal: 'Minderung',
  alreadyPaid: 'bereits erhalten',
  toPay: 'Zu zahlen',
  draft: 'Entwurf',
  draftNote:
    'Dies ist ein Entwurf und keine Rechnung. Er hat keine Nummer, und auf ihn ist nichts zu zahlen.',
  noInvoice: 'Dieser Beleg ist keine Rechnung im Sinne des § 14 UStG; er weist keine Umsatzsteuer aus.',
  payment: 'Zahlung',
  payByTransfer: (amount, day) => `Bitte überweisen Sie ${amount} bis zum ${day}.`,
  payByLink: (amount, day) => `Bitte zahlen Sie ${amount} bis zum ${day} über den Link in unserer E-Mail.`,
  skonto: (percent, day, amount) => `Bei Überweisung bis zum ${day} mit ${percent}\u00a0% Skonto: ${amount}.`,
  paidInFull: 'Der Betrag ist vollständig bei uns eingegangen, es ist nichts mehr zu zahlen. Vielen Dank!',
  holder: 'Empfänger',
  bank: 'Bank',
  purpose: 'Verwendungszweck',
  scan: 'GiroCode scannen und zahlen',
  giroCodeAlt: 'GiroCode mit den Daten dieser Überweisung',
  introReceipt: 'Wir haben Ihre Zahlung erhalten. Vielen Dank!',
  received: 'Erhaltener Betrag',
  receivedOn: 'Eingegangen am',
  method: 'Zahlungsart',
  methods: {
    CARD: 'Kartenzahlung',
    CARD_TERMINAL: 'Kartenzahlung am Terminal',
    SEPA_DEBIT: 'SEPA-Lastschrift',
    BANK_TRANSFER: 'Überweisung',
  },
  payer: 'Zahler',
  paymentReference: 'Referenz der Zahlung',
  usedFor: 'Verrechnet mit',
  invoiceNumber: 'Rechnung',
  stillOpen: (sign) => `Noch offen ${sign}`,
  credit: 'Guthaben bei uns',
  receiptNote:
    'Dieser Beleg bestätigt den Eingang Ihrer Zahlung; er ist keine Rechnung im Sinne des § 14 UStG.',
  nothingOpen: 'Damit ist der Betrag vollständig beglichen.',
  openRest: (amount) => `Offen sind noch ${amount}.`,
  taxNumber: 'Steuernummer',
  vatId: 'USt-IdNr.',
  bankAccount: 'Bankverbindung',
  page: (page, count) => `Seite ${page} von ${count}`,
};

const en: Labels = {
  title: {
    INVOICE: 'Invoice',
    STORNO: 'Cancellation invoice',
    CORRECTION: 'Credit note',
    STATEMENT: 'Billing statement',
    RECEIPT: 'Payment receipt',
  },
  number: {
    INVOICE: 'Invoice number',
    STORNO: 'Cancellation no.',
    CORRECTION: 'Credit note no.',
    STATEMENT: 'Statement number',
    RECEIPT: 'Receipt number',
  },
  date: 'Date',
  supplyDay: 'Date of supply',
  supplyPeriod: 'Period of supply',
  customerNumber: 'Customer number',
  orderReference: 'Your order',
  caseNumber: 'Case',
  yourVatId: 'Your VAT ID',
  dueOn: 'Payable by',
  introInvoice: 'Thank you for your order. We invoice you for:',
  introStatement: 'We settle with you as follows:',
  introStorno: (kind, number, day) =>
    `This document cancels ${kind === 'INVOICE' ? 'invoice' : 'statement'} ${number} of ${day} in full.`,
  introCorrection: (kind, number, day) =>
    `This document lowers ${kind === 'INVOICE' ? 'invoice' : 'statement'} ${number} of ${day} by:`,
  position: 'No.',
  item: 'Description',
  quantity: 'Quantity',
  unitPrice: (sign) => `Unit price ${sign}`,
  vat: 'VAT',
  net: (sign) => `Net ${sign}`,
  amount: (sign) => `Amount ${sign}`,
  subtotal: 'Subtotal',
  discount: (reason, percent) => (percent ? `${reason} ${percent}%` : reason),
  lineDiscount: (reason, percent, base, amount) =>
    percent ? `${reason} ${percent}% of ${base}: ${amount}` : `${reason}: ${amount}`,
  netTotal: 'Net total',
  grossPrice: (sign) => `Price incl. VAT ${sign}`,
  gross: (sign) => `Incl. VAT ${sign}`,
  vatIn: (rate, net) => `including ${rate}% VAT on ${net} net`,
  vatOf: (rate, net) => `plus ${rate}% VAT on ${net}`,
  total: 'Total',
  canceledTotal: 'Total canceled',
  correctedTotal: 'Reduction',
  alreadyPaid: 'already received',
  toPay: 'To pay',
  draft: 'Draft',
  draftNote: 'This is a draft and not an invoice. It has no number, and nothing is to be paid on it.',
  noInvoice: 'This document is not an invoice within the meaning of § 14 UStG and shows no VAT.',
  payment: 'Payment',
  payByTransfer: (amount, day) => `Please transfer ${amount} by ${day}.`,
  payByLink: (amount, day) => `Please pay ${amount} by ${day}, using the link in our e-mail.`,
  skonto: (percent, day, amount) => `With ${percent}% discount for a transfer by ${day}: ${amount}.`,
  paidInFull: 'We have received the full amount, so there is nothing left to pay. Thank you!',
  holder: 'Payee',
  bank: 'Bank',
  purpose: 'Reference',
  scan: 'GiroCode: scan to pay',
  giroCodeAlt: 'GiroCode with the data of this transfer',
  introReceipt: 'We have received your payment. Thank you!',
  received: 'Amount received',
  receivedOn: 'Received on',
  method: 'Payment method',
  methods: {
    CARD: 'Card',
    CARD_TERMINAL: 'Card at the terminal',
    SEPA_DEBIT: 'SEPA direct debit',
    BANK_TRANSFER: 'Bank transfer',
  },
  payer: 'Payer',
  paymentReference: 'Payment reference',
  usedFor: 'Used for',
  invoiceNumber: 'Invoice',
  stillOpen: (sign) => `Still open ${sign}`,
  credit: 'Your credit with us',
  receiptNote: 'This receipt confirms your payment; it is not an invoice within the meaning of § 14 UStG.',
  nothingOpen: 'The amount is now paid in full.',
  openRest: (amount) => `${amount} is still open.`,
  taxNumber: 'Tax number',
  vatId: 'VAT ID',
  bankAccount: 'Bank account',
  page: (page, count) => `Page ${page} of ${count}`,
};

/** Every word that a document prints of its own accord. */
export const LABELS: Readonly<Record<Locale, Labels>> = { de, en };
