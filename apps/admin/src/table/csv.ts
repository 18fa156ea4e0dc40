/** A text, or an amount as the API gives it: "-1175.13". */
export type Cell = string | { readonly amount: string };

/** How a spreadsheet reads what it opens in this language: a German one takes "10.50" for a date. */
const DIALECT = {
  de: { separator: ';', point: ',' },
  en: { separator: ',', point: '.' },
} as const;
type Dialect = (typeof DIALECT)['de' | 'en'];

/** What a spreadsheet would take for a formula, or for the end of the cell before it. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** One cell: quoted where it must be, and with an apostrophe before what a spreadsheet would otherwise run. */
const written = (cell: Cell, { separator, point }: Dialect): string => {
  if (typeof cell !== 'string') return cell.amount.replace('.', point);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
};

/** A table as CSV (RFC 4180) for the reader's language. The byte order mark tells spreadsheets that it is UTF-8. */
export const toCsv = (rows: readonly (readonly Cell[])[], language: keyof typeof DIALECT): string => {
  const dialect = DIALECT[language];
  const lines = rows.map((row) => row.map((cell) => written(cell, dialect)).join(dialect.separator));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
};
