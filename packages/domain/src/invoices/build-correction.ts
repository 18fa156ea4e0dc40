import { moneyToJson } from '../money/money.schema.ts';
import { type Money, negate, subtract, sum, toDecimal, zero } from '../money/money.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { InvoiceSnapshot, SnapshotLine } from './invoice-snapshot.schema.ts';
import type { CorrectedGroup } from './split-correction.ts';

export type CorrectionRefusalCode = 'NOT_CORRECTABLE' | 'NUMBER_MALFORMED' | 'ISSUED_BEFORE_ORIGINAL';

export type BuiltCorrection =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  | { readonly ok: false; readonly code: CorrectionRefusalCode };

export interface CorrectionDraft {
  readonly number: string;
  readonly issuedOn: string;
  /** By how much the document is lowered, gross. */
  readonly amount: Money;
  /** The amount split over the tax cases; empty for a statement, which shows no VAT. */
  readonly groups: readonly CorrectedGroup[];
  readonly reason: string;
}

/**
 * The document that lowers an issued one by a part of it (§ 17(1), § 14(4) UStG, § 31(5) UStDV): a number of its own, the
 * number and date of the original, net and VAT per tax case with the opposite sign. It asks for nothing.
 */
export const buildCorrection = (original: InvoiceSnapshot, draft: CorrectionDraft): BuiltCorrection => {
  const { kind } = original;
  if (kind !== 'INVOICE' && kind !== 'STATEMENT') return { ok: false, code: 'NOT_CORRECTABLE' };
  if (!isInvoiceNumber(draft.number)) return { ok: false, code: 'NUMBER_MALFORMED' };
  if (draft.issuedOn < original.issuedOn) return { ok: false, code: 'ISSUED_BEFORE_ORIGINAL' };
  const gross = negate(draft.amount);
  const vat = negate(
    sum(
      draft.amount.currency,
      draft.groups.map((group) => group.vat),
    ),
  );
  return {
    ok: true,
    snapshot: {
      ...original,
      kind: 'CORRECTION',
      taxBehavior: 'EXCLUSIVE',
      number: draft.number,
      corrects: { kind, number: original.number, issuedOn: original.issuedOn },
      issuedOn: draft.issuedOn,
      dueOn: null,
      lines: linesOf(original, draft),
      vatGroups: original.vatGroups.flatMap((group) => {
        const lowered = draft.groups.find(({ taxCase }) => taxCase === group.taxCase);
        if (!lowered) return [];
        return [{ ...group, net: moneyToJson(negate(lowered.net)), vat: moneyToJson(negate(lowered.vat)) }];
      }),
      discount: null,
      totals: {
        net: moneyToJson(subtract(gross, vat)),
        vat: moneyToJson(vat),
        gross: moneyToJson(gross),
      },
      paid: moneyToJson(zero(original.currency)),
      open: moneyToJson(gross),
      skonto: null,
      intro: null,
      closing: null,
    },
  };
};

const NAME = { de: 'Minderung', en: 'Reduction' } as const;

/** One line per tax case, or one in all on a statement. */
const linesOf = (original: InvoiceSnapshot, { amount, groups, reason }: CorrectionDraft): SnapshotLine[] => {
  const parts = groups.length > 0 ? groups : [{ taxCase: null, rate: null, net: amount }];
  return parts.map(({ taxCase, rate, net }, index) => ({
    position: index + 1,
    name: NAME[original.locale],
    description: reason,
    // As on a Storno the quantity bears the sign: a price below zero has no place in EN 16931 (BR-27).
    quantity: '-1',
    unit: 'C62',
    unitPrice: toDecimal(net),
    discount: null,
    taxCase,
    rate,
    net: moneyToJson(negate(net)),
    gross: null,
  }));
};
