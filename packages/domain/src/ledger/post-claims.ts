import type { PricedInvoice } from '../invoices/invoice-lines.ts';
import type { TaxCase } from '../invoices/tax-case.ts';
import type { Money } from '../money/money.ts';
import { TAX_ACCOUNTS } from './accounts.ts';
import { type JournalDraft, type JournalLine, journal, move } from './journal.ts';

/** Receivable against revenue and VAT, one pair of lines per tax group of the priced lines. */
export const postInvoice = (invoiceId: string, priced: PricedInvoice, on: string): JournalDraft =>
  journal(`invoice:${invoiceId}`, 'INVOICE', on, priced.gross.currency, [
    { account: 'RECEIVABLE', minor: priced.gross.minor },
    ...priced.groups.flatMap(({ taxCase, net, vat }): JournalLine[] => {
      const accounts = TAX_ACCOUNTS[taxCase];
      return [
        { account: accounts.revenue, minor: -net.minor },
        ...(accounts.vat ? [{ account: accounts.vat, minor: -vat.minor }] : []),
      ];
    }),
  ]);

/** The counter-entry of an issued invoice. */
export const postStorno = (stornoId: string, original: JournalDraft, on: string): JournalDraft =>
  journal(
    `invoice:${stornoId}`,
    'STORNO',
    on,
    original.currency,
    original.lines.map((line) => ({ ...line, minor: -line.minor })),
  );

/** A claim whose invoice is written elsewhere, or that needs none, is a receivable against one contra account. */
export const postStatement = (caseId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `case:${caseId}`,
    'STATEMENT',
    on,
    amount.currency,
    move(amount, 'RECEIVABLE', 'INVOICED_ELSEWHERE'),
  );

/** The counter-entry of a claim without a document of ours, when its case is canceled. */
export const takeBackStatement = (caseId: string, amount: Money, on: string): JournalDraft =>
  journal(`case:${caseId}`, 'STORNO', on, amount.currency, move(amount, 'INVOICED_ELSEWHERE', 'RECEIVABLE'));

/** A claim that is lowered after its invoice: revenue and VAT go back as the correction document splits them. */
export const postCorrection = (
  adjustmentId: string,
  groups: readonly { readonly taxCase: TaxCase; readonly net: Money; readonly vat: Money }[],
  amount: Money,
  on: string,
): JournalDraft =>
  journal(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, amount.currency, [
    ...groups.flatMap(({ taxCase, net, vat }): JournalLine[] => {
      const accounts = TAX_ACCOUNTS[taxCase];
      return [
        { account: accounts.revenue, minor: net.minor },
        ...(accounts.vat ? [{ account: accounts.vat, minor: vat.minor }] : []),
      ];
    }),
    { account: 'RECEIVABLE', minor: -amount.minor },
  ]);

/** The same for a claim whose invoice is written elsewhere, or that needs none. */
export const postClaimLowered = (adjustmentId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `adjustment:${adjustmentId}`,
    'ADJUSTMENT',
    on,
    amount.currency,
    move(amount, 'INVOICED_ELSEWHERE', 'RECEIVABLE'),
  );
