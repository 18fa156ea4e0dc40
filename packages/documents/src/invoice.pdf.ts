import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { writeEInvoice } from './e-invoice/write-e-invoice.ts';
import { formatSupply, longDate, shortDate } from './format.ts';
import { drawInvoiceLines } from './invoice-lines.ts';
import { drawPayment } from './invoice-payment.ts';
import { LABELS, type Labels } from './labels.ts';
import { drawParagraph } from './layout/blocks.ts';
import { setLetter } from './layout/letter.ts';
import type { InfoRow } from './layout/letterhead.ts';
import type { Sheet } from './layout/sheet.ts';
import { STYLE } from './layout/text.ts';

/**
 * Sets an issued invoice, Storno, correction or billing statement as a tagged PDF/A-3b on A4, with the XML of the e-invoice
 * inside wherever there can be one (ZUGFeRD, profile EN 16931). Nothing but the snapshot goes in, no clock and no random:
 * the same snapshot gives the same bytes, so the file can be hashed at issue and for ever.
 */
export const renderInvoicePdf = (
  snapshot: InvoiceSnapshot,
  locale: Locale = snapshot.locale,
): Promise<Uint8Array> => {
  const labels = LABELS[locale];
  const { seller, buyer, issuedOn } = snapshot;
  const title = `${labels.title[snapshot.kind]} ${snapshot.number}`;
  const info = [
    { label: labels.number[snapshot.kind], value: snapshot.number },
    ...infoRows(snapshot, labels, locale),
  ];
  const written = writeEInvoice(snapshot, 'EN16931');
  const eInvoice = written.ok ? written.xml : null;
  const letter = { title, issuedOn, seller, buyer, locale, info, labels, eInvoice, mark: null };
  return setLetter(letter, (sheet) => {
    drawContent(sheet, snapshot, labels, locale);
    if (asksForMoney(snapshot)) drawPayment(sheet, snapshot, labels, locale);
    if (snapshot.closing) drawParagraph(sheet, snapshot.closing, 12);
  });
};

/** The same before it is issued: no number, no XML, no way to pay, and on every page the word for what it is. */
export const renderDraftPdf = (snapshot: InvoiceSnapshot): Promise<Uint8Array> => {
  const { seller, buyer, issuedOn, locale, kind } = snapshot;
  const labels = LABELS[locale];
  const title = `${labels.draft}: ${labels.title[kind]}`;
  const info = infoRows(snapshot, labels, locale);
  const letter = { title, issuedOn, seller, buyer, locale, info, labels, eInvoice: null, mark: labels.draft };
  return setLetter(letter, (sheet) => {
    drawContent(sheet, snapshot, labels, locale);
    drawParagraph(sheet, labels.draftNote, 12);
  });
};

const drawContent = (sheet: Sheet, snapshot: InvoiceSnapshot, labels: Labels, locale: Locale): void => {
  for (const text of introOf(snapshot, labels, locale)) drawParagraph(sheet, text);
  sheet.y += 14;
  drawInvoiceLines(sheet, snapshot, labels, locale);
  for (const note of notesOf(snapshot, labels)) drawParagraph(sheet, note, 8, STYLE.detail);
};

const asksForMoney = ({ kind }: InvoiceSnapshot): boolean => kind === 'INVOICE' || kind === 'STATEMENT';

const infoRows = (snapshot: InvoiceSnapshot, labels: Labels, locale: Locale): readonly InfoRow[] => {
  const { supply, dueOn, buyer } = snapshot;
  const rows: readonly (InfoRow | null)[] = [
    { label: labels.date, value: shortDate(snapshot.issuedOn, locale) },
    supply && {
      label: supply.from === supply.to ? labels.supplyDay : labels.supplyPeriod,
      value: formatSupply(supply, locale),
    },
    dueOn ? { label: labels.dueOn, value: shortDate(dueOn, locale) } : null,
    buyer.customerNumber ? { label: labels.customerNumber, value: buyer.customerNumber } : null,
    buyer.vatId ? { label: labels.yourVatId, value: buyer.vatId } : null,
    snapshot.orderReference ? { label: labels.orderReference, value: snapshot.orderReference } : null,
    { label: labels.caseNumber, value: snapshot.paymentReference },
  ];
  return rows.filter((row) => row !== null);
};

const introOf = (snapshot: InvoiceSnapshot, labels: Labels, locale: Locale): readonly string[] => {
  const { cancels, corrects, intro } = snapshot;
  if (cancels) {
    const reference = labels.introStorno(cancels.kind, cancels.number, longDate(cancels.issuedOn, locale));
    return intro ? [reference, intro] : [reference];
  }
  if (corrects)
    return [labels.introCorrection(corrects.kind, corrects.number, longDate(corrects.issuedOn, locale))];
  return [intro ?? (snapshot.kind === 'STATEMENT' ? labels.introStatement : labels.introInvoice)];
};

/** Why no VAT is charged, once per reason; and that a statement is no invoice. */
const notesOf = (snapshot: InvoiceSnapshot, labels: Labels): readonly string[] => {
  const reasons = snapshot.vatGroups.flatMap(({ reason }) => reason ?? []);
  const isStatement = (snapshot.cancels ?? snapshot.corrects ?? snapshot).kind === 'STATEMENT';
  return [...new Set(reasons), ...(isStatement ? [labels.noInvoice] : [])];
};
