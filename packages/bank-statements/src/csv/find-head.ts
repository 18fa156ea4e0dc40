import type { CsvMapping } from './csv-mapping.ts';

export interface CsvHead {
  readonly names: readonly string[];
  /** The line that the head stands on, from 1. */
  readonly line: number;
  /** Everything after it. */
  readonly body: string;
}

/** Banks put lines about the account before the head, and their number changes. */
const FURTHEST = 20;

/** The columns without which a list says nothing. */
export const neededColumns = ({ columns }: CsvMapping): readonly string[] => [
  columns.bookedOn,
  columns.amount,
  ...columns.remittance,
];

const namesOf = (line: string, delimiter: string): readonly string[] =>
  line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));

/** The line that names all columns a mapping needs, or null: the list is another bank's. */
export const findHead = (text: string, mapping: CsvMapping): CsvHead | null => {
  let start = 0;
  for (let line = 1; line <= FURTHEST && start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const names = namesOf(text.slice(start, end), mapping.delimiter);
    if (neededColumns(mapping).every((column) => names.includes(column)))
      return { names, line, body: text.slice(end + 1) };
    start = end + 1;
  }
  return null;
};
