import { type Currency, exponentOf } from '../money/currency.ts';
import type { MoneyJson } from '../money/money.schema.ts';
import { multiplyRounded } from './decimal.ts';
import type { TaxBehavior } from './invoice-lines.ts';
import { isLineNet, minor, type SnapshotDiscount, total } from './snapshot-discount.ts';

/** What the customer was told about a line whose price includes VAT. */
export interface GrossLine {
  readonly unitPrice: string;
  readonly discount: SnapshotDiscount | null;
  readonly amount: MoneyJson;
}

interface GrossFigures {
  readonly taxBehavior: TaxBehavior;
  readonly currency: Currency;
  readonly lines: readonly { readonly quantity: string; readonly gross: GrossLine | null }[];
  readonly discount: { readonly gross: SnapshotDiscount | null } | null;
}

/** Whether what the customer was told adds up to exactly what is asked for; net prices tell nothing beside themselves. */
export const isGrossRight = (
  { taxBehavior, currency, lines, discount }: GrossFigures,
  asked: bigint,
): boolean => {
  const told = lines.flatMap(({ quantity, gross }) => (gross ? [{ quantity, gross }] : []));
  if (taxBehavior === 'EXCLUSIVE') return told.length === 0 && !discount?.gross;
  if (told.length < lines.length || (discount && !discount.gross)) return false;
  const sum = total(told.map(({ gross }) => gross.amount));
  const taken = discount?.gross;
  return (
    told.every(({ quantity, gross }) =>
      isLineNet(
        { net: gross.amount, discount: gross.discount },
        multiplyRounded(quantity, gross.unitPrice, exponentOf(currency)),
      ),
    ) &&
    (!taken || minor(taken.base) === sum) &&
    sum - (taken ? minor(taken.amount) : 0n) === asked
  );
};
