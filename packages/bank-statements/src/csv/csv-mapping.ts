import type { Currency } from '@zahlwerk/domain/money/currency';

/** How a bank writes days: `23.11.2026`, `23.11.26`, or `2026-11-23`. */
export type CsvDay = 'DD.MM.YYYY' | 'DD.MM.YY' | 'YYYY-MM-DD';

/** Which column says what, by the name in its head. */
export interface CsvColumns {
  readonly bookedOn: string;
  readonly valueOn?: string;
  /** The amount with its sign, or without one and with `sign` beside it. */
  readonly amount: string;
  readonly sign?: {
    readonly column: string;
    readonly credit: readonly string[];
    readonly debit: readonly string[];
  };
  readonly currency?: string;
  /** Of these the first one that has something: some banks name payer and payee in columns of their own. */
  readonly name: { readonly credit: readonly string[]; readonly debit: readonly string[] };
  readonly iban?: string;
  readonly bic?: string;
  readonly remittance: readonly string[];
  readonly endToEndId?: string;
  readonly mandateId?: string;
  readonly bankCode?: string;
  /** Rows with another value in it are no bookings yet. */
  readonly booked?: { readonly column: string; readonly values: readonly string[] };
  /** The account of the business, where each row names it. */
  readonly account?: string;
}

/** How one bank's list is read. A business can have one of its own; the presets are only such mappings. */
export interface CsvMapping {
  readonly name: string;
  readonly delimiter: ';' | ',';
  readonly decimal: ',' | '.';
  readonly days: readonly CsvDay[];
  /** Where no column names one. */
  readonly currency: Currency;
  readonly columns: CsvColumns;
}
