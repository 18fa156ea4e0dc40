/** What a spreadsheet would take for a formula, or for the end of the cell before it. */
const FORMULA = /^\s*[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One cell: quoted where it must be, and with an apostrophe before what a spreadsheet would otherwise run. */
const cell = (value: string, separator: string): string => {
  const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
};

/** A table as CSV (RFC 4180). The byte order mark tells spreadsheets that it is UTF-8. */
export const toCsv = (rows: readonly (readonly string[])[], separator: ',' | ';'): string =>
  `\uFEFF${rows.map((row) => `${row.map((value) => cell(value, separator)).join(separator)}\r\n`).join('')}`;
