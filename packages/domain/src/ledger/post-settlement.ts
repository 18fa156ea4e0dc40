import type { TaxCase } from '../invoices/tax-case.ts';
import type { Money } from '../money/money.ts';
import type { AccountKey } from './accounts.ts';
import { counterEntry, type JournalDraft, journal, transfer } from './journal.ts';
import { type TaxGroup, taxLines } from './tax-lines.ts';

export const postAllocation = (allocationId: string, amount: Money, on: string): JournalDraft =>
  transfer(`allocation:${allocationId}`, 'ALLOCATION', on, amount, {
    debit: 'CUSTOMER_CREDIT',
    credit: 'RECEIVABLE',
  });

/** The counter-entry of an allocation: the claim is open again, the money is the customer's. */
export const postTakenBack = (allocationId: string, amount: Money, on: string): JournalDraft =>
  transfer(`allocation:${allocationId}`, 'ALLOCATION', on, amount, {
    debit: 'RECEIVABLE',
    credit: 'CUSTOMER_CREDIT',
  });

/** What the business bears of a claim: a rest that is written off, a fee that a bank has kept, a difference of cents. */
export const postGivenUp = (
  adjustmentId: string,
  kind: 'WRITE_OFF' | 'FEE' | 'ROUNDING',
  amount: Money,
  on: string,
): JournalDraft =>
  transfer(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, amount, {
    debit: kind === 'FEE' ? 'FEES' : kind,
    credit: 'RECEIVABLE',
  });

const SKONTO_ACCOUNTS: Partial<Record<TaxCase, AccountKey>> = { DE_19: 'SKONTO_19', DE_7: 'SKONTO_7' };

/**
 * Skonto that was taken lowers the price that was charged, so VAT is lowered with it in the same period, without a new
 * document (§ 17(1) UStG): the net of each tax case goes to its account for discounts, the VAT to the account it came from.
 */
export const postSkonto = (
  adjustmentId: string,
  groups: readonly TaxGroup[],
  amount: Money,
  on: string,
): JournalDraft =>
  journal(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, amount.currency, [
    ...taxLines(groups, 1n, (taxCase) => SKONTO_ACCOUNTS[taxCase] ?? 'SKONTO_FREE'),
    { account: 'RECEIVABLE', minor: -amount.minor },
  ]);

/** The counter-entry of an adjustment, line by line. */
export const takeBackAdjustment = (adjustmentId: string, original: JournalDraft, on: string): JournalDraft =>
  counterEntry(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, original);
