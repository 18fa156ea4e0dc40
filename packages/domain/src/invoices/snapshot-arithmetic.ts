import { type Currency, exponentOf } from '../money/currency.ts';
import type { MoneyJson } from '../money/money.schema.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import { multiplyRounded, percentOf } from './decimal.ts';
import type { TaxBehavior } from './invoice-lines.ts';
import { skontoPercent } from './skonto-terms.ts';
import {
  amountsOf,
  isLineNet,
  isWholeDiscount,
  minor,
  type SnapshotDiscount,
  total,
  type WholeDiscount,
} from './snapshot-discount.ts';
import { type GrossLine, isGrossRight } from './snapshot-gross.ts';

interface Figures {
  readonly kind: 'INVOICE' | 'STORNO' | 'CORRECTION' | 'STATEMENT';
  readonly cancels: { readonly kind: 'INVOICE' | 'STATEMENT' } | null;
  readonly corrects: { readonly kind: 'INVOICE' | 'STATEMENT' } | null;
  readonly currency: Currency;
  readonly taxBehavior: TaxBehavior;
  readonly lines: readonly {
    readonly quantity: string;
    readonly unitPrice: string;
    readonly discount: SnapshotDiscount | null;
    readonly taxCase: string | null;
    readonly net: MoneyJson;
    readonly gross: GrossLine | null;
  }[];
  readonly vatGroups: readonly {
    readonly taxCase: string;
    readonly rate: string;
    readonly net: MoneyJson;
    readonly vat: MoneyJson;
  }[];
  readonly discount: (WholeDiscount & { readonly gross: SnapshotDiscount | null }) | null;
  readonly totals: { readonly net: MoneyJson; readonly vat: MoneyJson; readonly gross: MoneyJson };
  readonly paid: MoneyJson;
  readonly open: MoneyJson;
  readonly skonto: {
    readonly basisPoints: number;
    readonly discount: MoneyJson;
    readonly reduced: MoneyJson;
  } | null;
}

export type SnapshotProblem =
  | 'CURRENCY_DIFFERS'
  | 'LINE_NET_WRONG'
  | 'DISCOUNT_WRONG'
  | 'GROSS_WRONG'
  | 'VAT_GROUP_WRONG'
  | 'TOTALS_WRONG'
  | 'OPEN_WRONG'
  | 'SKONTO_WRONG'
  | 'CANCELS_WRONG'
  | 'CORRECTS_WRONG'
  | 'VAT_ON_STATEMENT';

/** Recomputes every figure of a snapshot by the formulas of EN 16931 and names the first that differs. */
export const snapshotProblem = (snapshot: Figures): SnapshotProblem | null => {
  const { lines, vatGroups, discount, totals, paid, open, skonto, currency } = snapshot;
  const amounts = [
    ...lines.flatMap((line) => [line.net, ...amountsOf(line.discount)]),
    ...amountsOf(discount),
    ...amountsOf(discount?.gross ?? null),
    ...lines.flatMap(({ gross }) => (gross ? [gross.amount, ...amountsOf(gross.discount)] : [])),
    ...(discount?.parts ?? []).flatMap((part) => amountsOf(part)),
    ...vatGroups.flatMap((group) => [group.net, group.vat]),
    ...Object.values(totals),
    paid,
    open,
    ...(skonto ? [skonto.discount, skonto.reduced] : []),
  ];
  if (amounts.some((amount) => !isIn(amount, currency))) return 'CURRENCY_DIFFERS';
  if ((snapshot.kind === 'STORNO') !== (snapshot.cancels !== null)) return 'CANCELS_WRONG';
  if ((snapshot.kind === 'CORRECTION') !== (snapshot.corrects !== null)) return 'CORRECTS_WRONG';

  const decimals = exponentOf(currency);
  if (lines.some((line) => !isLineNet(line, multiplyRounded(line.quantity, line.unitPrice, decimals))))
    return 'LINE_NET_WRONG';
  const sumOfLines = (taxCase?: string): bigint =>
    total(lines.filter((line) => !taxCase || line.taxCase === taxCase).map((line) => line.net));
  if (discount && !isWholeDiscount(discount, sumOfLines)) return 'DISCOUNT_WRONG';

  if ((snapshot.cancels ?? snapshot.corrects ?? snapshot).kind === 'STATEMENT') {
    if (vatGroups.length > 0 || lines.some((line) => line.taxCase !== null)) return 'VAT_ON_STATEMENT';
  } else {
    const grouped = vatGroups.every((group) => {
      const part = discount?.parts.find(({ taxCase }) => taxCase === group.taxCase);
      const net = sumOfLines(group.taxCase) - (part ? minor(part.amount) : 0n);
      return minor(group.net) === net && isVatOf(snapshot, minor(group.vat), percentOf(net, group.rate));
    });
    const covered = lines.every((line) => vatGroups.some((group) => group.taxCase === line.taxCase));
    const once = new Set(vatGroups.map((group) => group.taxCase)).size === vatGroups.length;
    if (!grouped || !covered || !once) return 'VAT_GROUP_WRONG';
  }

  const net = sumOfLines() - (discount ? minor(discount.amount) : 0n);
  const vat = total(vatGroups.map((group) => group.vat));
  if (minor(totals.net) !== net || minor(totals.vat) !== vat || minor(totals.gross) !== net + vat)
    return 'TOTALS_WRONG';
  if (!isGrossRight(snapshot, net + vat)) return 'GROSS_WRONG';
  if (minor(open) !== net + vat - minor(paid)) return 'OPEN_WRONG';
  return skonto && !isSkontoOf(skonto, net + vat, minor(open)) ? 'SKONTO_WRONG' : null;
};

const isSkontoOf = (
  { basisPoints, discount, reduced }: NonNullable<Figures['skonto']>,
  gross: bigint,
  open: bigint,
): boolean =>
  minor(discount) === percentOf(gross, skontoPercent({ basisPoints })) &&
  minor(reduced) === open - minor(discount);

/** VAT that was taken out of a gross amount may lie a minor unit beside the VAT on its rounded net. */
const isVatOf = (
  { kind, taxBehavior }: Pick<Figures, 'kind' | 'taxBehavior'>,
  vat: bigint,
  expected: bigint,
): boolean =>
  kind === 'CORRECTION' || taxBehavior === 'INCLUSIVE'
    ? vat - expected <= 1n && expected - vat <= 1n
    : vat === expected;

const isIn = (amount: MoneyJson, currency: Currency): boolean =>
  amount.currency === currency && parseDecimal(amount.amount, currency).ok;
