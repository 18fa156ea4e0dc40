import type {
  AccountStatement,
  OpenItem,
  StatementReason,
} from '@zahlwerk/domain/customers/account-statement';
import type { Buyer, Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { isNegative, isZero, type Money, negate } from '@zahlwerk/domain/money/money';
import { moneyToJson } from '@zahlwerk/domain/money/money.schema';
import { currencySign, formatAmount, formatFigure, shortDate } from './format.ts';
import { LABELS } from './labels.ts';
import { drawParagraph, drawTotals } from './layout/blocks.ts';
import { setLetter } from './layout/letter.ts';
import { mm } from './layout/page.ts';
import type { Sheet } from './layout/sheet.ts';
import { type Column, drawTable } from './layout/table.ts';
import { STYLE } from './layout/text.ts';
import { STATEMENT_LABELS, type StatementLabels } from './statement-labels.ts';

export interface StatementLetter {
  readonly locale: Locale;
  /** The day on which it is set. */
  readonly issuedOn: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly statement: AccountStatement;
  readonly openItems: readonly OpenItem[];
}

/** Sets a customer's account as a tagged PDF: what was before, every movement with the balance after it, what is open. */
export const renderAccountStatementPdf = (letter: StatementLetter): Promise<Uint8Array> => {
  const { locale, issuedOn, seller, buyer, statement, openItems } = letter;
  const words = STATEMENT_LABELS[locale];
  const labels = LABELS[locale];
  const period = `${shortDate(statement.from, locale)} – ${shortDate(statement.until, locale)}`;
  const info = [
    { label: labels.date, value: shortDate(issuedOn, locale) },
    { label: words.period, value: period },
    ...(buyer.customerNumber ? [{ label: labels.customerNumber, value: buyer.customerNumber }] : []),
  ];
  const frame = {
    title: words.title,
    issuedOn,
    seller,
    buyer,
    locale,
    info,
    labels,
    eInvoice: null,
    mark: null,
  };
  return setLetter(frame, (sheet) => {
    drawParagraph(sheet, words.intro);
    sheet.y += 12;
    drawMovements(sheet, statement, words, locale);
    drawTotals(sheet, [
      { label: words.debits, amount: amountOf(statement.debits, locale), weight: 'plain' },
      { label: words.credits, amount: amountOf(statement.credits, locale), weight: 'plain' },
      closingRow(statement.closing, words, locale),
    ]);
    drawOpenItems(sheet, openItems, words, locale);
    drawParagraph(sheet, words.note, 14, STYLE.detail);
  });
};

const amountOf = (amount: Money, locale: Locale): string => formatAmount(moneyToJson(amount), locale);

/** Said from the customer's side: an amount below zero is named for what it is. */
const closingRow = (closing: Money, words: StatementLabels, locale: Locale) =>
  isNegative(closing)
    ? ({ label: words.yourCredit, amount: amountOf(negate(closing), locale), weight: 'total' } as const)
    : ({ label: words.youOwe, amount: amountOf(closing, locale), weight: 'total' } as const);

const drawMovements = (
  sheet: Sheet,
  { opening, rows, from }: AccountStatement,
  words: StatementLabels,
  locale: Locale,
): void => {
  const sign = currencySign(opening.currency, locale);
  const columns: readonly Column[] = [
    { label: words.day, width: mm(21), align: 'left' },
    { label: words.text, width: null, align: 'left' },
    { label: words.debit(sign), width: mm(27), align: 'right' },
    { label: words.credit(sign), width: mm(27), align: 'right' },
    { label: words.balance(sign), width: mm(29), align: 'right' },
  ];
  const figure = (amount: Money | null) => ({
    text: amount ? formatFigure(moneyToJson(amount), locale) : '',
  });
  const text = (reason: StatementReason, reference: string | null) =>
    reference ? `${words.reasons[reason]} ${reference}` : words.reasons[reason];
  drawTable(sheet, columns, [
    [{ text: shortDate(from, locale) }, { text: words.opening }, figure(null), figure(null), figure(opening)],
    ...rows.map(({ on, reason, reference, debit, credit, balance }) => [
      { text: shortDate(on, locale) },
      { text: text(reason, reference) },
      figure(debit),
      figure(credit),
      figure(balance),
    ]),
  ]);
};

const drawOpenItems = (
  sheet: Sheet,
  items: readonly OpenItem[],
  words: StatementLabels,
  locale: Locale,
): void => {
  const [first] = items;
  if (!first) {
    drawParagraph(sheet, words.nothingOpen, 14, STYLE.strong);
    return;
  }
  const sign = currencySign(first.open.currency, locale);
  drawParagraph(sheet, words.openItems, 16, STYLE.strong);
  sheet.y += 8;
  drawTable(
    sheet,
    [
      { label: words.claim, width: null, align: 'left' },
      { label: words.caseNumber, width: mm(36), align: 'left' },
      { label: words.dueOn, width: mm(27), align: 'left' },
      { label: words.open(sign), width: mm(29), align: 'right' },
    ],
    items
      .filter(({ open }) => !isZero(open))
      .map(({ caseNumber, invoiceNumber, dueOn, open }) => [
        { text: invoiceNumber ?? words.withoutInvoice },
        { text: caseNumber },
        { text: shortDate(dueOn, locale) },
        { text: formatFigure(moneyToJson(open), locale) },
      ]),
  );
};
