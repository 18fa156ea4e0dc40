import PDFDocument from 'pdfkit';
import { escapeXml } from '../escape-xml.ts';
import { FONT_FILES, type FontCut, fontOf, printable } from '../fonts.ts';
import { PAGE } from './page.ts';

/** A document in the making: pages are added as the body flows on, `y` is where the next thing begins. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** The root of the structure that screen readers and text extraction follow. */
  readonly root: PDFKit.PDFStructureElement;
  y: number;
}

export interface SheetDescription {
  readonly title: string;
  readonly author: string;
  readonly locale: 'de' | 'en';
  /** Calendar day of issue; the only date in the file, so that equal content gives equal bytes. */
  readonly issuedOn: string;
}

const CUTS: readonly FontCut[] = ['regular', 'semibold'];

/** pdfkit takes a font that has been read already; its types know only files. */
const sourceOf = (cut: FontCut) => fontOf(cut) as unknown as PDFKit.Mixins.PDFFontSource & string;

/** Opens a tagged PDF/A-3b with embedded fonts and its first page. */
export const openSheet = ({ title, author, locale, issuedOn }: SheetDescription): Sheet => {
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: locale === 'de' ? 'de-DE' : 'en-GB',
    displayTitle: true,
    // Named here as well: without it pdfkit loads Helvetica first, which is never embedded.
    font: sourceOf('regular'),
    size: 'A4',
    // No margins: the layout breaks pages itself and knows about headers that repeat.
    margin: 0,
    bufferPages: true,
    info: {
      Title: printable(title),
      Author: printable(author),
      Creator: 'Zahlwerk',
      Producer: 'Zahlwerk',
      CreationDate: new Date(`${issuedOn}T00:00:00Z`),
    },
  });
  escapeMetadata(doc);
  for (const cut of CUTS) doc.registerFont(FONT_FILES[cut], sourceOf(cut));
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, y: PAGE.subject };
};

/**
 * pdfkit writes title and author into the metadata as they are, where an `&` makes them unreadable and the file no PDF/A.
 * When the metadata are written, what the information dictionary shows has been written already.
 */
const escapeMetadata = (doc: PDFKit.PDFDocument & { endMetadata?: () => void }): void => {
  const endMetadata = doc.endMetadata?.bind(doc);
  if (!endMetadata) throw new Error('pdfkit writes its metadata elsewhere.');
  doc.endMetadata = () => {
    doc.info.Title = escapeXml(doc.info.Title ?? '');
    doc.info.Author = escapeXml(doc.info.Author ?? '');
    endMetadata();
  };
};

export const addPage = (sheet: Sheet): void => {
  sheet.doc.addPage();
  sheet.y = PAGE.continuedTop;
};

/** Begins a new page when `height` points do not fit on this one. */
export const ensureSpace = (sheet: Sheet, height: number): void => {
  if (sheet.y + height > PAGE.bodyBottom) addPage(sheet);
};

/** A structure element below another one: `P`, `H1`, `Table`, `TR` … With `draw`, what it draws belongs to it. */
export const element = (
  { doc }: Sheet,
  parent: PDFKit.PDFStructureElement,
  type: string,
  draw?: () => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): PDFKit.PDFStructureElement => {
  const created = doc.struct(type, options);
  parent.add(created);
  if (draw) created.add(draw);
  return created;
};

/** Draws what is no content: rules, marks, running heads. */
export const artifact = (
  { doc }: Sheet,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void => {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
};

/** A hairline, or a heavier rule, from one side to the other. */
export const rule = (
  sheet: Sheet,
  y: number,
  color: string,
  weight = 0.5,
  left: number = PAGE.left,
  right: number = PAGE.right,
): void =>
  artifact(sheet, () => {
    sheet.doc.moveTo(left, y).lineTo(right, y).lineWidth(weight).strokeColor(color).stroke();
  });

/** Ends the document and gives its bytes. */
export const closeSheet = async ({ doc }: Sheet): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
};
