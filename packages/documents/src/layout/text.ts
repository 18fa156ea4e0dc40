import { FONT_FILES, type FontCut, printable } from '../fonts.ts';

export const COLOR = {
  ink: '#17212b',
  quiet: '#5a6672',
  hairline: '#d3d9df',
  tint: '#f3f6f7',
  accent: '#0c6b6b',
} as const;

export interface TextStyle {
  readonly cut: FontCut;
  /** Points. */
  readonly size: number;
  /** Distance of two baselines, in points. */
  readonly leading: number;
  readonly color: string;
}

const style = (
  size: number,
  leading: number,
  cut: FontCut = 'regular',
  color: string = COLOR.ink,
): TextStyle => ({
  cut,
  size,
  leading,
  color,
});

/** The few sizes that a document is set in. */
export const STYLE = {
  brand: style(17, 20, 'semibold'),
  title: style(17, 21, 'semibold'),
  heading: style(10, 14, 'semibold'),
  body: style(10, 14),
  strong: style(10, 14, 'semibold'),
  total: style(12, 15, 'semibold'),
  cell: style(9.5, 12.5),
  cellStrong: style(9.5, 12.5, 'semibold'),
  detail: style(8.5, 11, 'regular', COLOR.quiet),
  label: style(8, 12.5, 'regular', COLOR.quiet),
  columnHead: style(8, 10, 'semibold', COLOR.quiet),
  mark: style(110, 120, 'semibold', COLOR.quiet),
  foot: style(7, 9.2, 'regular', COLOR.quiet),
  returnLine: style(6.8, 8, 'regular', COLOR.quiet),
} as const satisfies Record<string, TextStyle>;

type Document = PDFKit.PDFDocument;

export interface Placement {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Text wider than this is set smaller until it fits. */
  readonly maxWidth?: number;
}

/** Draws one line. For `right` and `center`, `x` is the right end or the middle. */
export const drawLine = (
  doc: Document,
  { cut, size, color }: TextStyle,
  text: string,
  at: Placement,
): void => {
  const shown = printable(text);
  doc.font(FONT_FILES[cut]).fontSize(size).fillColor(color);
  const natural = doc.widthOfString(shown);
  const scale = at.maxWidth && natural > at.maxWidth ? at.maxWidth / natural : 1;
  if (scale < 1) doc.fontSize(size * scale);
  const width = natural * scale;
  const x = at.align === 'right' ? at.x - width : at.align === 'center' ? at.x - width / 2 : at.x;
  doc.text(shown, x, at.y, { lineBreak: false, baseline: 'alphabetic' });
};

/** Draws lines below one another, the first one's baseline at `y`; gives back the baseline after the last. */
export const drawLines = (
  doc: Document,
  style: TextStyle,
  lines: readonly string[],
  at: Placement,
): number => {
  lines.forEach((line, index) => {
    drawLine(doc, style, line, { ...at, y: at.y + index * style.leading });
  });
  return at.y + lines.length * style.leading;
};

/** Breaks a text into lines of at most `width` points: at line feeds, at spaces, and inside words too long for a line. */
export const wrapLines = (doc: Document, { cut, size }: TextStyle, text: string, width: number): string[] => {
  doc.font(FONT_FILES[cut]).fontSize(size);
  const fits = (candidate: string): boolean => doc.widthOfString(candidate) <= width;
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, fits));
};

const wrapParagraph = (paragraph: string, fits: (candidate: string) => boolean): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      const head = longestFitting(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
};

/** At least one character, so that a column too narrow for a letter cannot loop for ever. */
const longestFitting = (word: string, fits: (candidate: string) => boolean): string => {
  const characters = [...word];
  let count = characters.length - 1;
  while (count > 1 && !fits(characters.slice(0, count).join(''))) count -= 1;
  return characters.slice(0, Math.max(count, 1)).join('');
};
