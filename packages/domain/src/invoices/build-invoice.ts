import { moneyToJson } from '../money/money.schema.ts';
import { type DocumentFrame, frameSnapshot } from './document-frame.ts';
import { type Priceable, type PricedInvoice, priceInvoice } from './invoice-lines.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { InvoiceSnapshot, SnapshotVatGroup, Supply } from './invoice-snapshot.schema.ts';
import { type InvoiceRefusal, refuseContent } from './mandatory-fields.ts';
import { snapshotDiscount, snapshotLine } from './snapshot-lines.ts';
import { taxCaseRule } from './tax-case.ts';

export interface InvoiceDraft extends DocumentFrame, Priceable {
  readonly supply: Supply | null;
}

export type BuiltInvoice =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  | { readonly ok: false; readonly refusals: readonly InvoiceRefusal[] };

/**
 * The frozen content of an invoice, or every reason why the law does not let it be issued (§§ 14, 14a, 19 UStG,
 * §§ 33, 34a UStDV). Nothing is numbered or stored here.
 */
export const buildInvoice = (draft: InvoiceDraft): BuiltInvoice => {
  const refusals = [...refuseContent(draft), ...refuseFrame(draft)];
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, snapshot: snapshotOf(draft, priceInvoice(draft, draft.currency)) };
};

const refuseFrame = ({
  number,
  issuedOn,
  dueOn,
  paid,
  currency,
}: InvoiceDraft): readonly InvoiceRefusal[] => {
  const refusals: InvoiceRefusal[] = [];
  if (!isInvoiceNumber(number))
    refusals.push({ code: 'NUMBER_MALFORMED', field: 'number', basis: '§ 14(4) Nr. 4 UStG' });
  if (dueOn < issuedOn) refusals.push({ code: 'DUE_BEFORE_ISSUE', field: 'dueOn', basis: '§ 286(3) BGB' });
  if (paid && (paid.currency !== currency || paid.minor < 0n))
    refusals.push({ code: 'PAID_MALFORMED', field: 'paid', basis: '§ 14(4) Nr. 7 UStG' });
  return refusals;
};

const snapshotOf = (draft: InvoiceDraft, priced: PricedInvoice): InvoiceSnapshot => ({
  ...frameSnapshot(draft, priced.gross),
  kind: 'INVOICE',
  taxBehavior: draft.taxBehavior,
  supply: draft.supply,
  lines: priced.lines.map((line, index) => snapshotLine(line, index + 1, draft)),
  vatGroups: priced.groups.map(
    ({ taxCase, category, rate, net, vat }): SnapshotVatGroup => ({
      taxCase,
      category,
      rate,
      net: moneyToJson(net),
      vat: moneyToJson(vat),
      reason: vatReason(taxCase, draft),
    }),
  ),
  discount: snapshotDiscount(draft, priced),
  totals: { net: moneyToJson(priced.net), vat: moneyToJson(priced.vat), gross: moneyToJson(priced.gross) },
});

/** Each paragraph once: a document may exempt lines for several reasons. */
const vatReason = (taxCase: SnapshotVatGroup['taxCase'], { lines, locale }: InvoiceDraft): string | null => {
  const fixed = taxCaseRule(taxCase).text;
  if (fixed) return fixed[locale];
  const named = lines
    .filter((line) => line.taxCase === taxCase)
    .flatMap((line) => line.exemptionReason ?? []);
  return named.length > 0 ? [...new Set(named)].join('; ') : null;
};
