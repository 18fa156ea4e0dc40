import { isIban, normalizeIban } from '@zahlwerk/domain/customers/checks/iban';
import { type Currency, isCurrency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import type { Counterparty, Direction, StatementEntry } from '../bank-statement.ts';
import { type StatementRefusalCode, StatementRefused } from '../statement-refusal.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { readCsvAmount, readCsvDay } from './read-cell.ts';

/** A row by the names of its columns; a column that a bank does not have is empty. */
export interface NamedRow {
  readonly line: number;
  readonly cell: (column: string | undefined) => string;
}

const refuse = (row: NamedRow, code: StatementRefusalCode, detail: string): never => {
  throw new StatementRefused(code, row.line, detail);
};

const readCurrency = (row: NamedRow, { columns, currency }: CsvMapping): Currency => {
  const code = row.cell(columns.currency);
  if (code === '') return currency;
  return isCurrency(code) ? code : refuse(row, 'CURRENCY_UNKNOWN', code);
};

const readDay = (row: NamedRow, column: string | undefined, mapping: CsvMapping): string | null => {
  const text = row.cell(column);
  return text === '' ? null : (readCsvDay(text, mapping.days) ?? refuse(row, 'DATE_MALFORMED', text));
};

/** The amount without its sign, and which way it went by that sign or by the column beside it. */
const readMovement = (row: NamedRow, mapping: CsvMapping): { amount: Money; direction: Direction } => {
  const text = row.cell(mapping.columns.amount);
  const signed =
    readCsvAmount(text, mapping.decimal, readCurrency(row, mapping)) ?? refuse(row, 'AMOUNT_MALFORMED', text);
  const amount = money(signed.minor < 0n ? -signed.minor : signed.minor, signed.currency);
  const { sign } = mapping.columns;
  if (!sign) return { amount, direction: signed.minor < 0n ? 'DEBIT' : 'CREDIT' };
  const mark = row.cell(sign.column);
  if (sign.credit.includes(mark)) return { amount, direction: 'CREDIT' };
  return sign.debit.includes(mark) ? { amount, direction: 'DEBIT' } : refuse(row, 'CODE_UNKNOWN', mark);
};

const readCounterparty = (row: NamedRow, direction: Direction, { columns }: CsvMapping): Counterparty => {
  const names = direction === 'CREDIT' ? columns.name.credit : columns.name.debit;
  const iban = normalizeIban(row.cell(columns.iban));
  return {
    name: names.map(row.cell).find((name) => name !== '') ?? null,
    iban: isIban(iban) ? iban : null,
    bic: row.cell(columns.bic) || null,
  };
};

const given = (reference: string): string | null =>
  reference === '' || reference === 'NOTPROVIDED' ? null : reference;

/** One row of a list is one booking with one counterparty. */
export const readRow = (row: NamedRow, index: number, mapping: CsvMapping): StatementEntry => {
  const { columns } = mapping;
  const bookedOn =
    readDay(row, columns.bookedOn, mapping) ?? refuse(row, 'ELEMENT_MISSING', columns.bookedOn);
  const { amount, direction } = readMovement(row, mapping);
  const isBooked = !columns.booked || columns.booked.values.includes(row.cell(columns.booked.column));
  const transaction = {
    index: 0,
    amount,
    direction,
    counterparty: readCounterparty(row, direction, mapping),
    remittance: columns.remittance.map(row.cell).join(' ').trim(),
    structuredReference: null,
    endToEndId: given(row.cell(columns.endToEndId)),
    mandateId: given(row.cell(columns.mandateId)),
    bankReference: null,
    bankCode: { domain: null, proprietary: row.cell(columns.bankCode) || null },
    isReversal: false,
    returnReason: null,
    charges: null,
    originalAmount: null,
  };
  return {
    index,
    bankReference: null,
    amount,
    direction,
    status: isBooked ? 'BOOKED' : 'PENDING',
    bookedOn,
    valueOn: readDay(row, columns.valueOn, mapping) ?? bookedOn,
    split: 'SINGLE',
    transactions: [transaction],
  };
};
