import { StatementRefused } from '../statement-refusal.ts';

export interface CsvRow {
  /** The line on which it begins, from 1: a quoted text may go over several. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits a list into its rows (RFC 4180, with any delimiter): quotes may hold delimiters, line ends and doubled quotes. */
export const splitCsv = (text: string, delimiter: string, firstLine = 1): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = firstLine;
  let startLine = firstLine;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: startLine, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = '';
    } else if (!isQuoted && character === delimiter) endCell();
    else if (!isQuoted && character === '\n') endRow();
    else if (isQuoted || character !== '\r') cell += character;
    if (character === '\n') line += 1;
    if (!isQuoted && character === '\n') startLine = line;
  }
  if (isQuoted) throw new StatementRefused('CSV_MALFORMED', startLine);
  endRow();
  return rows;
};
