import type { TaxCase } from '../invoices/tax-case.ts';
import type { Money } from '../money/money.ts';
import { type AccountKey, TAX_ACCOUNTS } from './accounts.ts';
import { type JournalDraft, type JournalLine, journal, move } from './journal.ts';

export const postAllocation = (allocationId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `allocation:${allocationId}`,
    'ALLOCATION',
    on,
    amount.currency,
    move(amount, 'CUSTOMER_CREDIT', 'RECEIVABLE'),
  );

/** The counter-entry of an allocation: the claim is open again, the money is the customer's. */
export const postTakenBack = (allocationId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `allocation:${allocationId}`,
    'ALLOCATION',
    on,
    amount.currency,
    move(amount, 'RECEIVABLE', 'CUSTOMER_CREDIT'),
  );

/** What the business bears of a claim: a rest that is written off, a fee that a bank has kept, a difference of cents. */
export const postGivenUp = (
  adjustmentId: string,
  kind: 'WRITE_OFF' | 'FEE' | 'ROUNDING',
  amount: Money,
  on: string,
): JournalDraft =>
  journal(
    `adjustment:${adjustmentId}`,
    'ADJUSTMENT',
    on,
    amount.currency,
    move(amount, kind === 'FEE' ? 'FEES' : kind, 'RECEIVABLE'),
  );

const SKONTO_ACCOUNTS: Partial<Record<TaxCase, AccountKey>> = { DE_19: 'SKONTO_19', DE_7: 'SKONTO_7' };

/**
 * Skonto that was taken lowers the price that was charged, so VAT is lowered with it in the same period, without a new
 * document (§ 17(1) UStG): the net of each tax case goes to its account for discounts, the VAT to the account it came from.
 */
export const postSkonto = (
  adjustmentId: string,
  groups: readonly { readonly taxCase: TaxCase; readonly net: Money; readonly vat: Money }[],
  amount: Money,
  on: string,
): JournalDraft =>
  journal(`adjustment:${adjustmentId}`, 'ADJUSTMENT', on, amount.currency, [
    ...groups.flatMap(({ taxCase, net, vat }): JournalLine[] => {
      const { vat: account } = TAX_ACCOUNTS[taxCase];
      return [
        { account: SKONTO_ACCOUNTS[taxCase] ?? 'SKONTO_FREE', minor: net.minor },
        ...(account ? [{ account, minor: vat.minor }] : []),
      ];
    }),
    { account: 'RECEIVABLE', minor: -amount.minor },
  ]);

/** The counter-entry of an adjustment, line by line. */
export const takeBackAdjustment = (adjustmentId: string, original: JournalDraft, on: string): JournalDraft =>
  journal(
    `adjustment:${adjustmentId}`,
    'ADJUSTMENT',
    on,
    original.currency,
    original.lines.map((line) => ({ ...line, minor: -line.minor })),
  );
