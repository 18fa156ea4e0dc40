import type { TaxCase } from '../invoices/tax-case.ts';
import type { Money } from '../money/money.ts';
import { type AccountKey, TAX_ACCOUNTS } from './accounts.ts';
import type { JournalLine } from './journal.ts';

/** What one tax case has of a document: net and VAT of all its lines. */
export interface TaxGroup {
  readonly taxCase: TaxCase;
  readonly net: Money;
  readonly vat: Money;
}

/** Net and VAT of each group on their accounts: `sign` is -1 for what is charged, 1 for what is given back. */
export const taxLines = (
  groups: readonly TaxGroup[],
  sign: 1n | -1n,
  netAccount: (taxCase: TaxCase) => AccountKey = (taxCase) => TAX_ACCOUNTS[taxCase].revenue,
): readonly JournalLine[] =>
  groups.flatMap(({ taxCase, net, vat }): JournalLine[] => {
    const { vat: vatAccount } = TAX_ACCOUNTS[taxCase];
    return [
      { account: netAccount(taxCase), minor: sign * net.minor },
      ...(vatAccount ? [{ account: vatAccount, minor: sign * vat.minor }] : []),
    ];
  });
