import { type MoneyJson, moneyFromJson, moneyToJson } from '../money/money.schema.ts';
import { negate, zero } from '../money/money.ts';
import { negateDecimal } from './decimal.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.schema.ts';

export type StornoRefusalCode =
  | 'STORNO_OF_STORNO'
  | 'NUMBER_MALFORMED'
  | 'NUMBER_REPEATED'
  | 'ISSUED_BEFORE_ORIGINAL';

export type BuiltStorno =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  | { readonly ok: false; readonly code: StornoRefusalCode };

/**
 * The mirror of an issued document that takes it back in full: a number of its own, the reference to number and date
 * of the original (§ 31(5) UStDV), every quantity and amount with the opposite sign. It asks for nothing, so it has
 * no due date, and money received is not undone by it.
 */
export const buildStorno = (
  original: InvoiceSnapshot,
  {
    number,
    issuedOn,
    reason,
  }: { readonly number: string; readonly issuedOn: string; readonly reason: string | null },
): BuiltStorno => {
  if (original.kind === 'STORNO' || original.kind === 'CORRECTION')
    return { ok: false, code: 'STORNO_OF_STORNO' };
  if (!isInvoiceNumber(number)) return { ok: false, code: 'NUMBER_MALFORMED' };
  if (number === original.number) return { ok: false, code: 'NUMBER_REPEATED' };
  if (issuedOn < original.issuedOn) return { ok: false, code: 'ISSUED_BEFORE_ORIGINAL' };
  const gross = mirror(original.totals.gross);
  return {
    ok: true,
    snapshot: {
      ...original,
      kind: 'STORNO',
      number,
      cancels: { kind: original.kind, number: original.number, issuedOn: original.issuedOn },
      issuedOn,
      dueOn: null,
      lines: original.lines.map((line) => ({
        ...line,
        quantity: negateDecimal(line.quantity),
        discount: line.discount && mirrorTaken(line.discount),
        net: mirror(line.net),
        gross: line.gross && {
          unitPrice: line.gross.unitPrice,
          discount: line.gross.discount && mirrorTaken(line.gross.discount),
          amount: mirror(line.gross.amount),
        },
      })),
      vatGroups: original.vatGroups.map((group) => ({
        ...group,
        net: mirror(group.net),
        vat: mirror(group.vat),
      })),
      discount: original.discount && mirrorDiscount(original.discount),
      totals: { net: mirror(original.totals.net), vat: mirror(original.totals.vat), gross },
      paid: moneyToJson(zero(original.currency)),
      open: gross,
      skonto: null,
      intro: reason,
      closing: null,
    },
  };
};

const mirrorDiscount = (discount: NonNullable<InvoiceSnapshot['discount']>): InvoiceSnapshot['discount'] => ({
  ...mirrorTaken(discount),
  parts: discount.parts.map(mirrorTaken),
  gross: discount.gross && mirrorTaken(discount.gross),
});

const mirrorTaken = <T extends { readonly base: MoneyJson; readonly amount: MoneyJson }>(taken: T): T => ({
  ...taken,
  base: mirror(taken.base),
  amount: mirror(taken.amount),
});

const mirror = (amount: MoneyJson): MoneyJson => moneyToJson(negate(moneyFromJson(amount)));
