import type { Money } from '../money/money.ts';
import type { AccountKey } from './accounts.ts';
import { type JournalDraft, transfer } from './journal.ts';

/** Money of the pool that is no customer's payment, on the account that it belongs to. */
export const postOtherReceipt = (
  receiptId: string,
  account: AccountKey,
  amount: Money,
  on: string,
): JournalDraft =>
  transfer(`other-receipt:${receiptId}`, 'PAYMENT', on, amount, { debit: 'UNASSIGNED', credit: account });

/** The counter-entry: it lies in the pool again. */
export const postOtherReceiptReversed = (
  receiptId: string,
  account: AccountKey,
  amount: Money,
  on: string,
): JournalDraft =>
  transfer(`other-receipt-reversed:${receiptId}`, 'PAYMENT', on, amount, {
    debit: account,
    credit: 'UNASSIGNED',
  });
