import { isIban, normalizeIban } from '@zahlwerk/domain/customers/checks/iban';
import type { CsvDay, CsvMapping } from './csv-mapping.ts';
import { readCsvAmount, readCsvDay } from './read-cell.ts';
import { decodeCsv } from './read-csv.ts';
import { splitCsv } from './split-csv.ts';

export interface CsvColumn {
  readonly name: string;
  /** What stands in it, on the first lines. */
  readonly samples: readonly string[];
}

/** A list of a bank that is not known, with what its columns seem to say. */
export interface CsvPreview {
  readonly delimiter: CsvMapping['delimiter'];
  readonly columns: readonly CsvColumn[];
  readonly day: CsvDay | null;
  readonly decimal: CsvMapping['decimal'] | null;
  readonly bookedOn: string | null;
  readonly valueOn: string | null;
  readonly amount: string | null;
  readonly counterparty: string | null;
  readonly iban: string | null;
  readonly remittance: string | null;
}

const LOOKED_AT = 50_000;
const MOST_LINES = 40;
const SAMPLES = 5;
const FEWEST_COLUMNS = 3;
const DAYS: readonly CsvDay[] = ['DD.MM.YYYY', 'DD.MM.YY', 'YYYY-MM-DD'];
const DECIMALS: readonly CsvMapping['decimal'][] = [',', '.'];

const isDay = (text: string, form: CsvDay): boolean => readCsvDay(text, [form]) !== null;
const isAmount = (text: string, decimal: CsvMapping['decimal']): boolean =>
  readCsvAmount(text, decimal, 'EUR') !== null;

/** A line that names at least three things and none twice, and is followed by one of as many cells. */
const isHead = (cells: readonly string[], next: readonly string[] | undefined): boolean =>
  cells.length >= FEWEST_COLUMNS &&
  next?.length === cells.length &&
  cells.every((cell) => cell !== '') &&
  new Set(cells).size === cells.length &&
  !cells.some((cell) => DAYS.some((form) => isDay(cell, form)) || /^[+-]?[\d.,]+$/.test(cell));

const rowsOf = (text: string, delimiter: string): readonly (readonly string[])[] => {
  try {
    return splitCsv(text, delimiter)
      .slice(0, MOST_LINES)
      .map(({ cells }) => cells.map((cell) => cell.trim()));
  } catch {
    return [];
  }
};

const columnsOf = (rows: readonly (readonly string[])[]): readonly CsvColumn[] => {
  const at = rows.findIndex((cells, line) => isHead(cells, rows[line + 1]));
  const body = rows.slice(at + 1, at + 1 + SAMPLES);
  return at < 0
    ? []
    : (rows[at] ?? []).map((name, index) => ({ name, samples: body.map((cells) => cells[index] ?? '') }));
};

/** Columns in all of whose filled lines the same holds, and which say something at all. */
const allOf = (columns: readonly CsvColumn[], holds: (text: string) => boolean): readonly string[] =>
  columns
    .filter(({ samples }) => {
      const filled = samples.filter((text) => text !== '');
      return filled.length > 0 && filled.every(holds);
    })
    .map(({ name }) => name);

const named = (columns: readonly CsvColumn[], words: RegExp): string | null =>
  columns.find(({ name }) => words.test(name))?.name ?? null;

/** What a list seems to say, by its first lines: a person confirms it. Null where no line names columns. */
export const previewCsv = (bytes: Uint8Array): CsvPreview | null => {
  const cut = decodeCsv(bytes.subarray(0, LOOKED_AT));
  // The last line may have been cut in the middle.
  const text = bytes.length > LOOKED_AT ? cut.slice(0, cut.lastIndexOf('\n') + 1) : cut;
  const read = ([';', ','] as const)
    .map((delimiter) => ({ delimiter, columns: columnsOf(rowsOf(text, delimiter)) }))
    .toSorted((one, other) => other.columns.length - one.columns.length);
  const [best] = read;
  if (!best || best.columns.length === 0) return null;
  const { delimiter, columns } = best;
  const day = DAYS.find((form) => allOf(columns, (cell) => isDay(cell, form)).length > 0) ?? null;
  const days = day ? allOf(columns, (cell) => isDay(cell, day)) : [];
  const others = columns.filter(({ name }) => !days.includes(name));
  const sums = (mark: CsvMapping['decimal']) =>
    allOf(others, (cell) => isAmount(cell, mark) && /[.,]\d{1,2}\b/.test(cell));
  const decimal = DECIMALS.find((mark) => sums(mark).length > 0) ?? null;
  const amounts = decimal ? sums(decimal) : [];
  return {
    ...{ delimiter, columns, day, decimal },
    bookedOn: days[0] ?? null,
    valueOn: days[1] ?? null,
    amount: amounts.find((name) => /betrag|umsatz|amount/i.test(name)) ?? amounts[0] ?? null,
    counterparty: named(others, /name|empf|auftraggeber|beguenst|begünst|zahlungspflicht|payer|payee/i),
    iban: allOf(others, (cell) => isIban(normalizeIban(cell)))[0] ?? null,
    remittance: named(others, /zweck|purpose|remittance|description|beschreibung|referen/i),
  };
};
