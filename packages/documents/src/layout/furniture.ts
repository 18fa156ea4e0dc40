import { countryName } from '@zahlwerk/domain/customers/country';
import { formatIban } from '@zahlwerk/domain/invoices/iban';
import type { Labels } from '../labels.ts';
import { mm, PAGE, TEXT_WIDTH } from './page.ts';
import { filled, isAbroad, type Parties } from './parties.ts';
import { artifact, type Sheet } from './sheet.ts';
import { COLOR, drawLine, drawLines, STYLE, wrapLines } from './text.ts';

/** What the foot can hold; an entry too long for that is set smaller instead of wrapped. */
const MOST_LINES = 5;

/** Foot of every page, its number, and the running head of continuation pages. Call last: it needs the page count. */
export const drawFurniture = (sheet: Sheet, parties: Parties, runningTitle: string, labels: Labels): void => {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  const columns = footColumns(parties, labels);
  const columnWidth = TEXT_WIDTH / columns.length;
  const lines = columns.map((column) => {
    const wrapped = column.flatMap((line) => wrapLines(doc, STYLE.foot, line, columnWidth - mm(4)));
    return wrapped.length > MOST_LINES ? column : wrapped;
  });
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    artifact(
      sheet,
      () => {
        if (page > 0) drawRunningHead(doc, runningTitle, parties.seller.name);
        drawLine(doc, STYLE.foot, labels.page(page + 1, count), {
          x: PAGE.right,
          y: PAGE.pageNumber,
          align: 'right',
        });
        doc.moveTo(PAGE.left, PAGE.footTop).lineTo(PAGE.right, PAGE.footTop);
        doc.lineWidth(0.5).strokeColor(COLOR.hairline).stroke();
        lines.forEach((column, index) => {
          const x = PAGE.left + index * columnWidth;
          drawLines(doc, STYLE.foot, column, { x, y: PAGE.footTop + mm(4), maxWidth: columnWidth - mm(4) });
        });
      },
      'Pagination',
    );
  }
};

/** A word in the background of every page, from corner to corner. */
export const drawMark = (sheet: Sheet, word: string): void => {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    artifact(sheet, () => {
      const [x, y] = [doc.page.width / 2, doc.page.height / 2];
      doc
        .save()
        .rotate(-52, { origin: [x, y] })
        .fillOpacity(0.12);
      drawLine(doc, STYLE.mark, word, { x, y: y + STYLE.mark.size / 3, align: 'center' });
      doc.restore();
    });
  }
};

const drawRunningHead = (doc: PDFKit.PDFDocument, title: string, name: string): void => {
  const y = mm(18);
  doc.rect(PAGE.left, PAGE.headTop - mm(2), mm(6), mm(0.8)).fill(COLOR.accent);
  drawLine(doc, STYLE.columnHead, title, { x: PAGE.left, y, maxWidth: mm(80) });
  drawLine(doc, STYLE.detail, name, { x: PAGE.right, y, align: 'right', maxWidth: mm(80) });
};

/** What a business letter has to say about its sender, in as many columns as there is something to say. */
const footColumns = ({ seller, buyer, locale }: Parties, labels: Labels): readonly (readonly string[])[] => {
  const { bankAccount, taxNumber, vatId } = seller;
  const address = filled([
    seller.name,
    seller.street,
    `${seller.postalCode} ${seller.city}`,
    isAbroad({ seller, buyer }) ? countryName(seller.country, locale) : null,
  ]);
  const bank = bankAccount && [
    bankAccount.bankName ?? labels.bankAccount,
    `IBAN ${formatIban(bankAccount.iban)}`,
    bankAccount.bic && `BIC ${bankAccount.bic}`,
  ];
  const tax = [taxNumber && `${labels.taxNumber} ${taxNumber}`, vatId && `${labels.vatId} ${vatId}`];
  const columns = [address, filled([seller.management, seller.register]), filled(bank ?? []), filled(tax)];
  return columns.filter((column) => column.length > 0);
};
