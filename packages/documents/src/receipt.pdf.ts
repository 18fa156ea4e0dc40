import type { ReceiptSnapshot } from '@zahlwerk/domain/invoices/receipt-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { type Currency, isPositive, isZero, sum } from '@zahlwerk/domain/money/money';
import { moneyFromJson, moneyToJson } from '@zahlwerk/domain/money/money.schema';
import { currencySign, formatAmount, formatFigure, longDate, shortDate } from './format.ts';
import { LABELS, type Labels } from './labels.ts';
import { drawPanel, drawParagraph, drawTotals } from './layout/blocks.ts';
import { setLetter } from './layout/letter.ts';
import type { InfoRow } from './layout/letterhead.ts';
import { mm, PAGE } from './layout/page.ts';
import { element, type Sheet } from './layout/sheet.ts';
import { type Column, drawTable } from './layout/table.ts';
import { drawLine, STYLE } from './layout/text.ts';

/** Sets the receipt of one payment as a tagged PDF/A-3b. Same snapshot, same bytes, as for invoices. */
export const renderReceiptPdf = (
  snapshot: ReceiptSnapshot,
  locale: Locale = snapshot.locale,
): Promise<Uint8Array> => {
  const labels = LABELS[locale];
  const { seller, buyer, issuedOn } = snapshot;
  const title = `${labels.title.RECEIPT} ${snapshot.number}`;
  const info = infoRows(snapshot, labels, locale);
  return setLetter(
    { title, issuedOn, seller, buyer, locale, info, labels, eInvoice: null, mark: null },
    (sheet) => {
      drawParagraph(sheet, labels.introReceipt);
      sheet.y += 12;
      drawPaymentPanel(sheet, snapshot, labels, locale);
      drawAllocations(sheet, snapshot, labels, locale);
      drawParagraph(sheet, openSentence(snapshot, labels, locale), 14, STYLE.strong);
      drawParagraph(sheet, labels.receiptNote, 6, STYLE.detail);
    },
  );
};

const infoRows = (snapshot: ReceiptSnapshot, labels: Labels, locale: Locale): readonly InfoRow[] => {
  const { customerNumber } = snapshot.buyer;
  return [
    { label: labels.number.RECEIPT, value: snapshot.number },
    { label: labels.date, value: shortDate(snapshot.issuedOn, locale) },
    ...(customerNumber ? [{ label: labels.customerNumber, value: customerNumber }] : []),
  ];
};

/** The amount, large, and how it came. */
const drawPaymentPanel = (
  sheet: Sheet,
  { payment }: ReceiptSnapshot,
  labels: Labels,
  locale: Locale,
): void => {
  const rows = [
    [labels.receivedOn, longDate(payment.receivedOn, locale)],
    [labels.method, labels.methods[payment.method]],
    [labels.payer, payment.payer],
    [labels.paymentReference, payment.reference],
  ].filter((row): row is [string, string] => row[1] !== null);
  const left = PAGE.left + mm(5);
  const right = PAGE.left + mm(66);
  drawPanel(sheet, 22 + Math.max(rows.length, 3) * 15, (top) => {
    element(sheet, sheet.root, 'P', () => {
      drawLine(sheet.doc, STYLE.columnHead, labels.received, { x: left, y: top + 22 });
      drawLine(sheet.doc, STYLE.title, formatAmount(payment.amount, locale), {
        x: left,
        y: top + 44,
        maxWidth: mm(56),
      });
    });
    const list = element(sheet, sheet.root, 'P');
    rows.forEach(([label, value], index) => {
      const y = top + 22 + index * 15;
      list.add(() => {
        drawLine(sheet.doc, STYLE.label, label, { x: right, y });
        drawLine(sheet.doc, STYLE.cell, value, { x: right + mm(31), y, maxWidth: mm(64) });
      });
    });
  });
};

/** Case, invoice and order that the payment was used for, with what is open on each afterwards. */
const drawAllocations = (sheet: Sheet, snapshot: ReceiptSnapshot, labels: Labels, locale: Locale): void => {
  const { allocations, credit } = snapshot;
  if (allocations.length > 0) {
    const sign = currencySign(snapshot.currency, locale);
    const columns: readonly Column[] = [
      { label: labels.usedFor, width: null, align: 'left' },
      { label: labels.invoiceNumber, width: mm(34), align: 'left' },
      { label: labels.orderReference, width: mm(34), align: 'left' },
      { label: labels.amount(sign), width: mm(25), align: 'right' },
      { label: labels.stillOpen(sign), width: mm(25), align: 'right' },
    ];
    sheet.y += 18;
    drawTable(
      sheet,
      columns,
      allocations.map(({ caseNumber, invoiceNumber, orderReference, amount, openAfter }) => [
        { text: caseNumber },
        { text: invoiceNumber ?? '–' },
        { text: orderReference ?? '–' },
        { text: formatFigure(amount, locale) },
        { text: formatFigure(openAfter, locale) },
      ]),
    );
  }
  if (!isZero(moneyFromJson(credit)))
    drawTotals(sheet, [{ label: labels.credit, amount: formatAmount(credit, locale), weight: 'total' }]);
};

const openSentence = (
  { allocations, currency, credit }: ReceiptSnapshot,
  labels: Labels,
  locale: Locale,
): string => {
  const rest = sum<Currency>(
    currency,
    allocations.map(({ openAfter }) => moneyFromJson(openAfter)),
  );
  if (isPositive(rest)) return labels.openRest(formatAmount(moneyToJson(rest), locale));
  return allocations.length > 0 ? labels.nothingOpen : `${labels.credit}: ${formatAmount(credit, locale)}`;
};
