import { mm, PAGE } from './page.ts';
import { addPage, element, ensureSpace, rule, type Sheet } from './sheet.ts';
import { COLOR, drawLine, STYLE, type TextStyle, wrapLines } from './text.ts';

export interface Column {
  readonly label: string;
  /** Points; exactly one column has null and takes what is left. */
  readonly width: number | null;
  readonly align: 'left' | 'right';
}

/** Text of a cell, and smaller text below it. Only the flexible column breaks its text. */
export interface Cell {
  readonly text: string;
  readonly detail?: string | null;
}

interface PlacedColumn extends Column {
  readonly left: number;
  readonly right: number;
}

interface Line {
  readonly style: TextStyle;
  readonly text: string;
  /** Space above it. */
  readonly gap: number;
}

const GAP = mm(2.5);
const PADDING = 4.5;
const HEAD_HEIGHT = 20;
/** Between the text of a cell and the smaller text below it. */
const DETAIL_GAP = 1;

/**
 * Draws a table across the text width. Its head is repeated on every page; rows stay together where a page can hold
 * them, and a row longer than that is continued on the next page. `after` points are kept free below the last row, so
 * that sums never stand on a page without a line of the table.
 */
export const drawTable = (
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  after = 0,
): void => {
  const placed = place(columns);
  const table = element(sheet, sheet.root, 'Table');
  ensureSpace(sheet, 60);
  drawHead(sheet, table, placed);
  rows.forEach((row, index) => {
    drawRow(sheet, table, placed, row, index === rows.length - 1 ? after : 0);
  });
};

const place = (columns: readonly Column[]): readonly PlacedColumn[] => {
  const fixed = columns.reduce((total, { width }) => total + (width ?? 0), 0);
  const rest = PAGE.right - PAGE.left - fixed - GAP * (columns.length - 1);
  let left: number = PAGE.left;
  return columns.map((column) => {
    const right = left + (column.width ?? rest);
    const placed = { ...column, left, right };
    left = right + GAP;
    return placed;
  });
};

const drawHead = (
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  columns: readonly PlacedColumn[],
): void => {
  const y = sheet.y + STYLE.columnHead.size;
  const row = element(sheet, table, 'TR');
  for (const column of columns)
    element(sheet, row, 'TH', () =>
      drawInColumn(sheet, column, { style: STYLE.columnHead, text: column.label, gap: 0 }, y),
    );
  rule(sheet, y + 5, COLOR.ink, 0.8);
  sheet.y = y + 5;
};

const drawRow = (
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  columns: readonly PlacedColumn[],
  cells: readonly Cell[],
  after: number,
): void => {
  const contents = columns.map((column, index) => linesOf(sheet, column, cells[index] ?? { text: '' }));
  const height = Math.max(...contents.map(heightOf)) + 2 * PADDING;
  const room = PAGE.bodyBottom - PAGE.continuedTop - HEAD_HEIGHT;
  const needed = height + after <= room ? height + after : height;
  if (needed <= room && sheet.y + needed > PAGE.bodyBottom) {
    addPage(sheet);
    drawHead(sheet, table, columns);
  }
  const row = element(sheet, table, 'TR');
  const data = columns.map(() => element(sheet, row, 'TD'));
  drawContents(sheet, table, columns, contents, data);
  rule(sheet, sheet.y, COLOR.hairline);
};

/** Goes down the lines of all cells at once; where the page ends, the head is repeated and the lines go on. */
const drawContents = (
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  columns: readonly PlacedColumn[],
  contents: readonly (readonly Line[])[],
  data: readonly PDFKit.PDFStructureElement[],
): void => {
  let pending = contents;
  while (true) {
    const room = PAGE.bodyBottom - sheet.y - 2 * PADDING;
    const now = pending.map((lines) => takeFitting(lines, room));
    columns.forEach((column, index) => {
      const lines = now[index] ?? [];
      if (lines.length > 0) data[index]?.add(() => drawCell(sheet, column, lines));
    });
    sheet.y += Math.max(...now.map(heightOf)) + 2 * PADDING;
    pending = pending.map((lines, index) => lines.slice(now[index]?.length ?? 0));
    if (pending.every((lines) => lines.length === 0)) return;
    addPage(sheet);
    drawHead(sheet, table, columns);
  }
};

const drawCell = (sheet: Sheet, column: PlacedColumn, lines: readonly Line[]): void => {
  let y = sheet.y + PADDING - 2.5;
  for (const line of lines) {
    y += line.gap + line.style.leading;
    drawInColumn(sheet, column, line, y);
  }
};

const drawInColumn = ({ doc }: Sheet, column: PlacedColumn, { style, text }: Line, y: number): void => {
  const { align, left, right } = column;
  drawLine(doc, style, text, { x: align === 'right' ? right : left, y, align, maxWidth: right - left });
};

const linesOf = ({ doc }: Sheet, column: PlacedColumn, { text, detail }: Cell): Line[] => {
  const broken = (style: TextStyle, content: string, gap: number): Line[] =>
    (column.width === null ? wrapLines(doc, style, content, column.right - column.left) : [content]).map(
      (line, index) => ({ style, text: line, gap: index === 0 ? gap : 0 }),
    );
  return [...broken(STYLE.cell, text, 0), ...(detail ? broken(STYLE.detail, detail, DETAIL_GAP) : [])];
};

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((total, { gap, style }) => total + gap + style.leading, 0);

/** At least one line, so that every page gets on. */
const takeFitting = (lines: readonly Line[], room: number): readonly Line[] => {
  let count = lines.length;
  while (count > 1 && heightOf(lines.slice(0, count)) > room) count -= 1;
  return lines.slice(0, count);
};
