import { mm, PAGE, TEXT_WIDTH } from './page.ts';
import { artifact, element, ensureSpace, rule, type Sheet } from './sheet.ts';
import { COLOR, drawLine, drawLines, STYLE, type TextStyle, wrapLines } from './text.ts';

/** The subject line of the letter. */
export const drawTitle = (sheet: Sheet, title: string): void => {
  const lines = wrapLines(sheet.doc, STYLE.title, title, TEXT_WIDTH);
  element(sheet, sheet.root, 'H1', () => {
    sheet.y = drawLines(sheet.doc, STYLE.title, lines, { x: PAGE.left, y: sheet.y });
  });
};

/** A paragraph across the text width; `gap` is the space before it. */
export const drawParagraph = (sheet: Sheet, text: string, gap = 0, style: TextStyle = STYLE.body): void => {
  const lines = wrapLines(sheet.doc, style, text, TEXT_WIDTH);
  sheet.y += gap;
  const paragraph = element(sheet, sheet.root, 'P');
  for (const line of lines) {
    ensureSpace(sheet, style.leading);
    paragraph.add(() => {
      drawLine(sheet.doc, style, line, { x: PAGE.left, y: sheet.y + style.size });
    });
    sheet.y += style.leading;
  }
};

export interface TotalRow {
  readonly label: string;
  readonly amount: string;
  readonly weight: 'plain' | 'total';
}

const ROW_HEIGHT = { plain: 15, total: 25 } as const;

export const heightOfTotals = (rows: readonly TotalRow[]): number =>
  rows.reduce((total, { weight }) => total + ROW_HEIGHT[weight], 4);

/** Sums in the right half: label, amount under the table's last column. Kept together on one page. */
export const drawTotals = (sheet: Sheet, rows: readonly TotalRow[]): void => {
  const left = PAGE.right - mm(88);
  ensureSpace(sheet, heightOfTotals(rows));
  sheet.y += 4;
  const table = element(sheet, sheet.root, 'Table');
  rows.forEach(({ label, amount, weight }) => {
    const isTotal = weight === 'total';
    if (isTotal) rule(sheet, sheet.y + 4, COLOR.ink, 0.8, left);
    const y = sheet.y + (isTotal ? 19 : 11);
    const row = element(sheet, table, 'TR');
    element(sheet, row, 'TH', () => {
      drawLine(sheet.doc, isTotal ? STYLE.total : STYLE.cell, label, { x: left, y, maxWidth: mm(58) });
    });
    element(sheet, row, 'TD', () => {
      const place = { x: PAGE.right, y, align: 'right', maxWidth: mm(40) } as const;
      drawLine(sheet.doc, isTotal ? STYLE.total : STYLE.cell, amount, place);
    });
    sheet.y += ROW_HEIGHT[weight];
  });
};

/** A tinted panel of the given height, kept on one page; `draw` gets its top. */
export const drawPanel = (sheet: Sheet, height: number, draw: (top: number) => void): void => {
  ensureSpace(sheet, height);
  const top = sheet.y;
  artifact(sheet, () => {
    sheet.doc.roundedRect(PAGE.left, top, TEXT_WIDTH, height, 4).fill(COLOR.tint);
  });
  draw(top);
  sheet.y = top + height;
};
