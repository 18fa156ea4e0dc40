import { countryName } from '@zahlwerk/domain/customers/country';
import type { Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { mm, PAGE } from './page.ts';
import { filled, isAbroad, type Parties } from './parties.ts';
import { artifact, element, rule, type Sheet } from './sheet.ts';
import { COLOR, drawLine, drawLines, STYLE } from './text.ts';

/** Name of the business with its mark, and how it can be reached. */
export const drawLetterhead = (sheet: Sheet, seller: Seller): void => {
  const { doc } = sheet;
  artifact(sheet, () => {
    doc.rect(PAGE.left, PAGE.headTop, mm(11), mm(1.1)).fill(COLOR.accent);
  });
  element(sheet, sheet.root, 'P', () => {
    drawLine(doc, STYLE.brand, seller.name, { x: PAGE.left, y: mm(24.5), maxWidth: mm(105) });
  });
  const contact = filled([seller.phone, seller.email, seller.website]);
  if (contact.length > 0)
    element(sheet, sheet.root, 'P', () => {
      drawLines(doc, STYLE.detail, contact, { x: PAGE.right, y: mm(18.5), align: 'right', maxWidth: mm(55) });
    });
};

/** Return line and address field of the window envelope, and the marks for folding and punching. */
export const drawAddress = (sheet: Sheet, { seller, buyer, locale }: Parties): void => {
  const { doc } = sheet;
  const sender = [seller.name, seller.street, `${seller.postalCode} ${seller.city}`].join('  ·  ');
  element(sheet, sheet.root, 'P', () => {
    drawLine(doc, STYLE.returnLine, sender, { x: PAGE.left, y: PAGE.returnLine, maxWidth: mm(80) });
  });
  rule(sheet, PAGE.returnLine + mm(1.2), COLOR.hairline, 0.4, PAGE.left, PAGE.left + mm(80));
  const lines = filled([
    buyer.name,
    buyer.contact,
    buyer.street,
    `${buyer.postalCode} ${buyer.city}`,
    // In capitals, as the post office that sends it abroad wants to see it.
    buyer.country && isAbroad({ seller, buyer }) ? countryName(buyer.country, locale).toUpperCase() : null,
  ]);
  element(sheet, sheet.root, 'P', () => {
    drawLines(doc, STYLE.body, lines, { x: PAGE.left, y: PAGE.address, maxWidth: mm(80) });
  });
  artifact(sheet, () => {
    for (const y of [...PAGE.foldMarks, PAGE.punchMark]) {
      const length = y === PAGE.punchMark ? mm(6) : mm(4);
      doc
        .moveTo(mm(4), y)
        .lineTo(mm(4) + length, y)
        .lineWidth(0.4)
        .strokeColor(COLOR.hairline)
        .stroke();
    }
  });
};

export interface InfoRow {
  readonly label: string;
  readonly value: string;
}

/** The information block beside the address: what the reader looks for first. */
export const drawInfoBlock = (sheet: Sheet, rows: readonly InfoRow[]): void => {
  const { doc } = sheet;
  const valueLeft = PAGE.infoLeft + mm(29);
  const list = element(sheet, sheet.root, 'P');
  rows.forEach(({ label, value }, index) => {
    const y = PAGE.infoTop + index * 14;
    list.add(() => {
      drawLine(doc, STYLE.label, label, { x: PAGE.infoLeft, y, maxWidth: mm(28) });
      drawLine(doc, index === 0 ? STYLE.cellStrong : STYLE.cell, value, {
        x: valueLeft,
        y,
        maxWidth: PAGE.right - valueLeft,
      });
    });
  });
};
