import { isIban, normalizeIban } from '@zahlwerk/domain/customers/checks/iban';
import type { BankStatement } from '../bank-statement.ts';
import { decodeText } from '../decode-text.ts';
import { StatementRefused } from '../statement-refusal.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { findHead, neededColumns } from './find-head.ts';
import { type NamedRow, readRow } from './read-row.ts';
import { splitCsv } from './split-csv.ts';

/** UTF-8 where the bytes are; German banks otherwise write Windows-1252, in which every byte means something. */
export const decodeCsv = (bytes: Uint8Array): string => {
  try {
    return decodeText(bytes, 'utf-8');
  } catch {
    return decodeText(bytes, 'windows-1252');
  }
};

/** The mapping whose columns stand in the list, or null for what is no list of a known bank. */
export const detectMapping = (bytes: Uint8Array, mappings: readonly CsvMapping[]): CsvMapping | null => {
  try {
    const text = decodeCsv(bytes.subarray(0, 20_000));
    return mappings.find((mapping) => findHead(text, mapping) !== null) ?? null;
  } catch {
    return null;
  }
};

/** Reads a list by one mapping, or refuses it whole. It has no balances, so that nothing proves it to be complete. */
export const readCsv = (bytes: Uint8Array, mapping: CsvMapping): BankStatement => {
  const text = decodeCsv(bytes);
  const head = findHead(text, mapping);
  if (!head) throw new StatementRefused('COLUMN_MISSING', 1, neededColumns(mapping).join(', '));
  const { names } = head;
  const rows = splitCsv(head.body, mapping.delimiter, head.line + 1).map(({ line, cells }): NamedRow => {
    // Some banks end their rows with a delimiter, some leave the last cell out.
    if (cells.length < names.length - 1) throw new StatementRefused('CSV_MALFORMED', line);
    const cell: NamedRow['cell'] = (column) =>
      column === undefined ? '' : (cells[names.indexOf(column)]?.trim() ?? '');
    return { line, cell };
  });
  return {
    kind: 'LIST',
    id: null,
    sequence: null,
    account: { iban: ownIban(rows, mapping), other: null, currency: mapping.currency },
    opening: null,
    closing: null,
    entries: rows.map((row, index) => readRow(row, index, mapping)),
  };
};

/** A list is of one account; where rows name it, they name the same. */
const ownIban = (rows: readonly NamedRow[], { columns }: CsvMapping): string | null => {
  const [first, ...rest] = rows.map((row) => normalizeIban(row.cell(columns.account)));
  const other = rest.findIndex((iban) => iban !== first);
  if (other >= 0) throw new StatementRefused('CODE_UNKNOWN', rows[other + 1]?.line ?? null, columns.account);
  return first !== undefined && isIban(first) ? first : null;
};
