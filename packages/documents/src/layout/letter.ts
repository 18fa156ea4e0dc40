import { attachEInvoice } from '../e-invoice/attach-e-invoice.ts';
import type { Labels } from '../labels.ts';
import { drawTitle } from './blocks.ts';
import { drawFurniture, drawMark } from './furniture.ts';
import { drawAddress, drawInfoBlock, drawLetterhead, type InfoRow } from './letterhead.ts';
import type { Parties } from './parties.ts';
import { closeSheet, openSheet, type Sheet } from './sheet.ts';

export interface Letter extends Parties {
  readonly title: string;
  /** Calendar day of issue. */
  readonly issuedOn: string;
  readonly info: readonly InfoRow[];
  readonly labels: Labels;
  /** The XML of the e-invoice that the letter is; null for what is none. */
  readonly eInvoice: string | null;
  /** A word across every page of what is not the real thing; null for what is. */
  readonly mark: string | null;
}

/** Sets a business letter around what `drawBody` draws below the title, and gives the bytes of the PDF. */
export const setLetter = (letter: Letter, drawBody: (sheet: Sheet) => void): Promise<Uint8Array> => {
  const { title, issuedOn, seller, locale } = letter;
  const sheet = openSheet({ title, author: seller.name, locale, issuedOn });
  drawLetterhead(sheet, seller);
  drawAddress(sheet, letter);
  drawInfoBlock(sheet, letter.info);
  drawTitle(sheet, title);
  drawBody(sheet);
  drawFurniture(sheet, letter, title, letter.labels);
  if (letter.mark !== null) drawMark(sheet, letter.mark);
  if (letter.eInvoice !== null) attachEInvoice(sheet, letter.eInvoice, issuedOn);
  return closeSheet(sheet);
};
