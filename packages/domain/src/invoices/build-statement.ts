import { customerName } from '../customers/customer-data.ts';
import { moneyToJson } from '../money/money.schema.ts';
import { type Currency, isNegative, isPositive, type Money, sum, toDecimal, zero } from '../money/money.ts';
import { type DocumentFrame, frameSnapshot } from './document-frame.ts';
import { isInvoiceNumber } from './invoice-number.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.schema.ts';

/** One thing that is claimed, with the amount the customer is to pay for it. */
export interface StatementLine {
  readonly name: string;
  readonly description: string | null;
  readonly amount: Money;
}

export interface StatementDraft extends DocumentFrame {
  readonly lines: readonly StatementLine[];
}

export type StatementRefusalCode =
  | 'NUMBER_MALFORMED'
  | 'LINES_MISSING'
  | 'SELLER_NAME_MISSING'
  | 'BUYER_NAME_MISSING'
  | 'TOTAL_NOT_POSITIVE'
  | 'DUE_BEFORE_ISSUE'
  | 'PAID_MALFORMED'
  | 'CURRENCY_DIFFERS';

export type BuiltStatement =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  | { readonly ok: false; readonly codes: readonly StatementRefusalCode[] };

/**
 * A billing statement for a claim for which no invoice is due. It names amounts only: VAT shown on a document that
 * is no invoice would be owed a second time (§ 14c UStG).
 */
export const buildStatement = (draft: StatementDraft): BuiltStatement => {
  const codes = refusalsOf(draft);
  return codes.length > 0 ? { ok: false, codes } : { ok: true, snapshot: snapshotOf(draft, totalOf(draft)) };
};

const totalOf = ({ currency, lines }: StatementDraft): Money =>
  sum<Currency>(
    currency,
    lines.map((line) => line.amount),
  );

const refusalsOf = (draft: StatementDraft): readonly StatementRefusalCode[] => {
  const { currency, lines, paid } = draft;
  const codes: StatementRefusalCode[] = [];
  if (!isInvoiceNumber(draft.number)) codes.push('NUMBER_MALFORMED');
  if (!draft.seller.name.trim()) codes.push('SELLER_NAME_MISSING');
  if (!customerName(draft.customer).trim()) codes.push('BUYER_NAME_MISSING');
  if (draft.dueOn < draft.issuedOn) codes.push('DUE_BEFORE_ISSUE');
  if (paid && (paid.currency !== currency || isNegative(paid))) codes.push('PAID_MALFORMED');
  if (lines.length === 0) codes.push('LINES_MISSING');
  else if (lines.some((line) => line.amount.currency !== currency)) codes.push('CURRENCY_DIFFERS');
  else if (!isPositive(totalOf(draft))) codes.push('TOTAL_NOT_POSITIVE');
  return codes;
};

const snapshotOf = (draft: StatementDraft, total: Money): InvoiceSnapshot => ({
  ...frameSnapshot(draft, total),
  kind: 'STATEMENT',
  taxBehavior: 'EXCLUSIVE',
  supply: null,
  lines: draft.lines.map(({ name, description, amount }, index) => ({
    position: index + 1,
    name,
    description,
    quantity: '1',
    unit: 'LS',
    unitPrice: toDecimal(amount),
    discount: null,
    taxCase: null,
    rate: null,
    net: moneyToJson(amount),
    gross: null,
  })),
  vatGroups: [],
  discount: null,
  totals: {
    net: moneyToJson(total),
    vat: moneyToJson(zero<Currency>(draft.currency)),
    gross: moneyToJson(total),
  },
});
