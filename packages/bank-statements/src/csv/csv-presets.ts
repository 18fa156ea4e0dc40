import type { CsvMapping } from './csv-mapping.ts';

/** "CSV-CAMT" of the savings banks. */
const SPARKASSE: CsvMapping = {
  name: 'Sparkasse (CSV-CAMT)',
  delimiter: ';',
  decimal: ',',
  days: ['DD.MM.YY', 'DD.MM.YYYY'],
  currency: 'EUR',
  columns: {
    account: 'Auftragskonto',
    bookedOn: 'Buchungstag',
    valueOn: 'Valutadatum',
    amount: 'Betrag',
    currency: 'Waehrung',
    name: { credit: ['Beguenstigter/Zahlungspflichtiger'], debit: ['Beguenstigter/Zahlungspflichtiger'] },
    iban: 'Kontonummer/IBAN',
    bic: 'BIC (SWIFT-Code)',
    remittance: ['Verwendungszweck'],
    endToEndId: 'Kundenreferenz (End-to-End)',
    mandateId: 'Mandatsreferenz',
    bankCode: 'Buchungstext',
    booked: { column: 'Info', values: ['Umsatz gebucht'] },
  },
};

/** The list of the cooperative banks' online banking. */
const VOLKSBANK: CsvMapping = {
  name: 'Volksbank und Raiffeisenbank',
  delimiter: ';',
  decimal: ',',
  days: ['DD.MM.YYYY'],
  currency: 'EUR',
  columns: {
    account: 'IBAN Auftragskonto',
    bookedOn: 'Buchungstag',
    valueOn: 'Valutadatum',
    amount: 'Betrag',
    currency: 'Waehrung',
    name: { credit: ['Name Zahlungsbeteiligter'], debit: ['Name Zahlungsbeteiligter'] },
    iban: 'IBAN Zahlungsbeteiligter',
    bic: 'BIC (SWIFT-Code) Zahlungsbeteiligter',
    remittance: ['Verwendungszweck'],
    mandateId: 'Mandatsreferenz',
    bankCode: 'Buchungstext',
  },
};

/** The list of DKB since 2023: some lines about the account stand before its head, and it has no currency. */
const DKB: CsvMapping = {
  name: 'DKB',
  delimiter: ';',
  decimal: ',',
  days: ['DD.MM.YY', 'DD.MM.YYYY'],
  currency: 'EUR',
  columns: {
    bookedOn: 'Buchungsdatum',
    valueOn: 'Wertstellung',
    amount: 'Betrag (€)',
    name: { credit: ['Zahlungspflichtige*r'], debit: ['Zahlungsempfänger*in'] },
    iban: 'IBAN',
    remittance: ['Verwendungszweck'],
    endToEndId: 'Kundenreferenz',
    mandateId: 'Mandatsreferenz',
    bankCode: 'Umsatztyp',
    booked: { column: 'Status', values: ['Gebucht'] },
  },
};

/** Banks whose heads are known from lists that they wrote. */
export const CSV_PRESETS: readonly CsvMapping[] = [SPARKASSE, VOLKSBANK, DKB];
