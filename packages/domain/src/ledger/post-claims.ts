import type { PricedInvoice } from '../invoices/invoice-lines.ts';
import type { Money } from '../money/money.ts';
import { counterEntry, type JournalDraft, journal, transfer } from './journal.ts';
import { type TaxGroup, taxLines } from './tax-lines.ts';

/** Receivable against revenue and VAT, one pair of lines per tax group of the priced lines. */
export const postInvoice = (invoiceId: string, priced: PricedInvoice, on: string): JournalDraft =>
  journal(`invoice:${invoiceId}`, 'INVOICE', on, priced.gross.currency, [
    { account: 'RECEIVABLE', minor: priced.gross.minor },
    ...taxLines(priced.groups, -1n),
  ]);

/** The counter-entry of an issued invoice. */
export const postStorno = (stornoId: string, original: JournalDraft, on: string): JournalDraft =>
  counterEntry(`invoice:${stornoId}`, 'STORNO', on, original);

/** A claim whose invoice is written elsewhere, or that needs none, is a receivable against one contra account. */
export const postStatement = (caseId: string, amount: Money, on: string): JournalDraft =>
  transfer(`case:${caseId}`, 'STATEMENT', on, amount, { debit: 'RECEIVABLE', credit: 'INVOICED_ELSEWHERE' });

/** The counter-entry of a claim without a document of ours, when its case is canceled. */
export const takeBackStatement = (caseId: string, amount: Money, on: string): JournalDraft =>
  transfer(`case:${caseId}`, 'STORNO', on, amount, { debit: 'INVOICED_ELSEWHERE', credit: 'RECEIVABLE' });

/** A claim that is lowered after its invoice: revenue and VAT go back as the correction document splits them. */
export const postCorrection = (
  adjustmentId: string,
  groups: readonly TaxGroup[],
  amount: Money,
  on: string,
): JournalDraft =>
  journal(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, amount.currency, [
    ...taxLines(groups, 1n),
    { account: 'RECEIVABLE', minor: -amount.minor },
  ]);

/** The same for a claim whose invoice is written elsewhere, or that needs none. */
export const postClaimLowered = (adjustmentId: string, amount: Money, on: string): JournalDraft =>
  transfer(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, amount, {
    debit: 'INVOICED_ELSEWHERE',
    credit: 'RECEIVABLE',
  });
