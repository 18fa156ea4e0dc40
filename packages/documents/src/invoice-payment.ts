import { giroCodeOf } from '@zahlwerk/domain/invoices/giro-code';
import { formatIban } from '@zahlwerk/domain/invoices/iban';
import type { BankAccount, InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { isPositive } from '@zahlwerk/domain/money/money';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import { formatAmount, longDate } from './format.ts';
import type { Labels } from './labels.ts';
import { drawPanel } from './layout/blocks.ts';
import { mm, PAGE } from './layout/page.ts';
import { drawQrCode } from './layout/qr-code.ts';
import { element, type Sheet } from './layout/sheet.ts';
import { drawLine, STYLE } from './layout/text.ts';
import { skontoSentence } from './skonto-sentence.ts';

const CODE_SIZE = mm(33);

/** How to pay: what, until when, to which account, and the same as a GiroCode. Or that nothing is left to pay (rule 10). */
export const drawPayment = (
  sheet: Sheet,
  snapshot: InvoiceSnapshot,
  labels: Labels,
  locale: Locale,
): void => {
  const { open, dueOn, seller } = snapshot;
  const amount = formatAmount(open, locale);
  const day = dueOn ? longDate(dueOn, locale) : '';
  sheet.y += 16;
  if (!isPositive(moneyFromJson(open))) drawSentence(sheet, labels.payment, labels.paidInFull);
  else if (seller.bankAccount)
    drawTransfer(sheet, snapshot, seller.bankAccount, labels.payByTransfer(amount, day), labels, locale);
  else drawSentence(sheet, labels.payment, labels.payByLink(amount, day));
};

const drawTransfer = (
  sheet: Sheet,
  snapshot: InvoiceSnapshot,
  { holder, iban, bic, bankName }: BankAccount,
  request: string,
  labels: Labels,
  locale: Locale,
): void => {
  const code = giroCodeOf(snapshot);
  const { skonto } = snapshot;
  const below = skonto ? 15 : 0;
  drawPanel(sheet, mm(44) + below, (top) => {
    drawHeading(sheet, top, labels.payment, request);
    if (skonto)
      element(sheet, sheet.root, 'P', () => {
        const place = { x: TEXT_LEFT, y: top + 48, maxWidth: mm(110) };
        drawLine(sheet.doc, STYLE.cell, skontoSentence(skonto, locale), place);
      });
    drawRows(sheet, top + 52 + below, [
      [labels.holder, holder],
      ['IBAN', formatIban(iban)],
      ['BIC', bic],
      [labels.bank, bankName],
      [labels.purpose, snapshot.paymentReference],
    ]);
    if (code.ok) drawGiroCode(sheet, top, code.payload, labels);
  });
};

const TEXT_LEFT = PAGE.left + mm(5);

const drawSentence = (sheet: Sheet, heading: string, sentence: string): void =>
  drawPanel(sheet, 50, (top) => drawHeading(sheet, top, heading, sentence));

const drawHeading = (sheet: Sheet, top: number, heading: string, sentence: string): void => {
  element(sheet, sheet.root, 'H2', () => {
    drawLine(sheet.doc, STYLE.columnHead, heading, { x: TEXT_LEFT, y: top + 18 });
  });
  element(sheet, sheet.root, 'P', () => {
    drawLine(sheet.doc, STYLE.strong, sentence, { x: TEXT_LEFT, y: top + 33, maxWidth: mm(110) });
  });
};

const drawRows = (sheet: Sheet, y: number, rows: readonly (readonly [string, string | null])[]): void => {
  const list = element(sheet, sheet.root, 'P');
  rows
    .filter((row): row is readonly [string, string] => row[1] !== null)
    .forEach(([label, value], index) => {
      const baseline = y + index * 13.5;
      list.add(() => {
        drawLine(sheet.doc, STYLE.label, label, { x: TEXT_LEFT, y: baseline });
        drawLine(sheet.doc, STYLE.cell, value, { x: TEXT_LEFT + mm(27), y: baseline, maxWidth: mm(84) });
      });
    });
};

const drawGiroCode = (sheet: Sheet, top: number, payload: string, labels: Labels): void => {
  const left = PAGE.right - CODE_SIZE - mm(4.5);
  element(sheet, sheet.root, 'Figure', () => drawQrCode(sheet.doc, payload, left, top + mm(3.6), CODE_SIZE), {
    alt: labels.giroCodeAlt,
  });
  element(sheet, sheet.root, 'Caption', () => {
    const place = { x: left + CODE_SIZE / 2, y: top + mm(41), align: 'center' } as const;
    drawLine(sheet.doc, STYLE.foot, labels.scan, { ...place, maxWidth: CODE_SIZE });
  });
};
