import type { InvoiceSnapshot, SnapshotLine } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { UNITS } from '@zahlwerk/domain/invoices/unit';
import { exponentOf } from '@zahlwerk/domain/money/currency';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { isZero, negate } from '@zahlwerk/domain/money/money';
import { type MoneyJson, moneyFromJson, moneyToJson } from '@zahlwerk/domain/money/money.schema';
import { currencySign, formatAmount, formatDecimal, formatFigure } from './format.ts';
import type { Labels } from './labels.ts';
import { drawTotals, heightOfTotals, type TotalRow } from './layout/blocks.ts';
import { mm } from './layout/page.ts';
import type { Sheet } from './layout/sheet.ts';
import { type Cell, type Column, drawTable } from './layout/table.ts';

/** A small business shows no VAT, and a statement is no invoice: neither has a column or a line for it. */
const showsVat = ({ vatGroups }: InvoiceSnapshot): boolean =>
  vatGroups.some(({ taxCase }) => taxCase !== 'DE_KLEIN');

/** Lines and sums of a document. The sums never stand on a page without a line above them. */
export const drawInvoiceLines = (
  sheet: Sheet,
  snapshot: InvoiceSnapshot,
  labels: Labels,
  locale: Locale,
): void => {
  const fields = fieldsOf(snapshot, labels, locale);
  const totals = totalsOf(snapshot, labels, locale);
  drawTable(
    sheet,
    fields.map(({ column }) => column),
    snapshot.lines.map((line) => fields.map(({ cell }) => cell(line))),
    heightOfTotals(totals),
  );
  drawTotals(sheet, totals);
};

interface Field {
  readonly column: Column;
  readonly cell: (line: SnapshotLine) => Cell;
}

const fieldsOf = (snapshot: InvoiceSnapshot, labels: Labels, locale: Locale): readonly Field[] => {
  const { currency } = snapshot;
  const sign = currencySign(currency, locale);
  const isStatement = (snapshot.cancels ?? snapshot.corrects ?? snapshot).kind === 'STATEMENT';
  const figure = (label: string, width: number, text: (line: SnapshotLine) => string): Field => ({
    column: { label, width: mm(width), align: 'right' },
    cell: (line) => ({ text: text(line) }),
  });
  const position: Field = {
    column: { label: labels.position, width: mm(8), align: 'left' },
    cell: (line) => ({ text: String(line.position) }),
  };
  const item: Field = {
    column: { label: labels.item, width: null, align: 'left' },
    cell: (line) => ({ text: line.name, detail: detailOf(line, labels, locale) }),
  };
  const amount = (label: string) => figure(label, 24, (line) => formatFigure(told(line).amount, locale));
  const words = wordsOf(snapshot, labels);
  if (isStatement) return [position, item, amount(labels.amount(sign))];
  return [
    position,
    item,
    figure(
      labels.quantity,
      22,
      (line) => `${formatDecimal(line.quantity, locale)} ${UNITS[line.unit][locale]}`,
    ),
    figure(words.price(sign), 22, (line) =>
      formatDecimal(told(line).unitPrice, locale, exponentOf(currency)),
    ),
    ...(showsVat(snapshot) ? [figure(labels.vat, 12, ({ rate }) => formatRate(rate ?? '0', locale))] : []),
    amount(words.amount(sign)),
  ];
};

/** Where no VAT is shown, nothing is net or gross. */
const wordsOf = (snapshot: InvoiceSnapshot, labels: Labels): Record<'price' | 'amount', Labels['net']> => {
  if (!showsVat(snapshot)) return { price: labels.unitPrice, amount: labels.amount };
  return snapshot.taxBehavior === 'INCLUSIVE'
    ? { price: labels.grossPrice, amount: labels.gross }
    : { price: labels.unitPrice, amount: labels.net };
};

/** What it is, and what was taken off its price: the net of the line stands in its column. */
const detailOf = (line: SnapshotLine, labels: Labels, locale: Locale): string | null => {
  const { description } = line;
  const { discount } = told(line);
  if (!discount) return description;
  const { reason, percent, base, amount } = discount;
  const taken = labels.lineDiscount(
    reason,
    percent && formatDecimal(percent, locale),
    formatAmount(base, locale),
    formatAmount(negated(amount), locale),
  );
  return [description, taken].filter((text) => text !== null).join('\n');
};

/** The prices that the customer was told: net ones, or such with VAT. */
const told = ({ gross, unitPrice, discount, net }: SnapshotLine): NonNullable<SnapshotLine['gross']> =>
  gross ?? { unitPrice, discount, amount: net };

const formatRate = (rate: string, locale: Locale): string =>
  locale === 'de' ? `${formatDecimal(rate, locale)}\u00a0%` : `${formatDecimal(rate, locale)}%`;

const TOTAL = {
  INVOICE: 'total',
  STATEMENT: 'total',
  STORNO: 'canceledTotal',
  CORRECTION: 'correctedTotal',
} as const;

const negated = (amount: MoneyJson): MoneyJson => moneyToJson(negate(moneyFromJson(amount)));

/** What was taken off the sum of the lines; nothing where nothing was. */
const discountRows = (snapshot: InvoiceSnapshot, labels: Labels, locale: Locale): readonly TotalRow[] => {
  const discount = snapshot.discount?.gross ?? snapshot.discount;
  return discount
    ? [
        { label: labels.subtotal, amount: formatAmount(discount.base, locale), weight: 'plain' },
        {
          label: labels.discount(
            discount.reason,
            discount.percent && formatDecimal(discount.percent, locale),
          ),
          amount: formatAmount(negated(discount.amount), locale),
          weight: 'plain',
        },
      ]
    : [];
};

/** Net, VAT per tax case, gross, or gross and the VAT in it; and, where something was already received, what is left to pay. */
const totalsOf = (snapshot: InvoiceSnapshot, labels: Labels, locale: Locale): readonly TotalRow[] => {
  const { totals, paid, open, kind } = snapshot;
  const gross = formatAmount(totals.gross, locale);
  const received = moneyFromJson(paid);
  const rest: readonly TotalRow[] = isZero(received)
    ? []
    : [
        {
          label: labels.alreadyPaid,
          amount: formatAmount(negated(paid), locale),
          weight: 'plain',
        },
        { label: labels.toPay, amount: formatAmount(open, locale), weight: 'total' },
      ];
  const isInclusive = snapshot.taxBehavior === 'INCLUSIVE';
  const total: TotalRow = { label: labels[TOTAL[kind]], amount: gross, weight: 'total' };
  const vat = showsVat(snapshot) ? vatRows(snapshot, labels, locale) : [];
  const net: readonly TotalRow[] = showsVat(snapshot)
    ? [{ label: labels.netTotal, amount: formatAmount(totals.net, locale), weight: 'plain' }]
    : [];
  return [
    ...discountRows(snapshot, labels, locale),
    ...(isInclusive ? [total, ...vat] : [...net, ...vat, total]),
    ...rest,
  ];
};

const vatRows = (
  { taxBehavior, vatGroups }: InvoiceSnapshot,
  labels: Labels,
  locale: Locale,
): readonly TotalRow[] =>
  vatGroups.map(({ rate, net, vat }): TotalRow => {
    const words = taxBehavior === 'INCLUSIVE' ? labels.vatIn : labels.vatOf;
    return {
      label: words(formatDecimal(rate, locale), formatAmount(net, locale)),
      amount: formatAmount(vat, locale),
      weight: 'plain',
    };
  });
