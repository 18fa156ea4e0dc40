import type { Money } from '../money/money.ts';
import type { AccountKey } from './accounts.ts';
import { type JournalDraft, transfer } from './journal.ts';

/** Money that has arrived: on the provider's balance or at the bank, owed to the customer until it is allocated (rule 21). */
export const postPayment = (
  paymentId: string,
  source: 'PROVIDER' | 'BANK' | 'MANUAL',
  amount: Money,
  on: string,
): JournalDraft =>
  transfer(`payment:${paymentId}`, 'PAYMENT', on, amount, {
    debit: accountOf(source),
    credit: 'CUSTOMER_CREDIT',
  });

/** A credit on the bank account, before it is known whose it is (rule 21). */
export const postBankCredit = (transactionId: string, amount: Money, on: string): JournalDraft =>
  transfer(`bank:${transactionId}`, 'PAYMENT', on, amount, { debit: 'BANK', credit: 'UNASSIGNED' });

/** Money of the pool of which it is known now whose it is. */
export const postAssigned = (paymentId: string, amount: Money, on: string): JournalDraft =>
  transfer(`payment:${paymentId}`, 'PAYMENT', on, amount, { debit: 'UNASSIGNED', credit: 'CUSTOMER_CREDIT' });

/** The counter-entry: a credit that was given to the wrong customer lies in the pool again. */
export const postUnassigned = (paymentId: string, amount: Money, on: string): JournalDraft =>
  transfer(`payment-unassigned:${paymentId}`, 'PAYMENT', on, amount, {
    debit: 'CUSTOMER_CREDIT',
    credit: 'UNASSIGNED',
  });

/** The counter-entry of a credit that somebody had registered by hand: it is on the bank account only once. */
export const postMerged = (paymentId: string, amount: Money, on: string): JournalDraft =>
  transfer(`payment-merged:${paymentId}`, 'PAYMENT', on, amount, { debit: 'UNASSIGNED', credit: 'BANK' });

/** The provider's fee leaves the clearing account. */
export const postFee = (source: string, fee: Money, on: string): JournalDraft =>
  transfer(source, 'FEE', on, fee, { debit: 'FEES', credit: 'CLEARING' });

const accountOf = (source: 'PROVIDER' | 'BANK' | 'MANUAL'): AccountKey =>
  source === 'PROVIDER' ? 'CLEARING' : 'BANK';

/** Money that has gone back to the customer, the way it came. */
export const postRefund = (
  refundId: string,
  source: 'PROVIDER' | 'BANK' | 'MANUAL',
  amount: Money,
  on: string,
): JournalDraft =>
  transfer(`refund:${refundId}`, 'REFUND', on, amount, {
    debit: 'CUSTOMER_CREDIT',
    credit: accountOf(source),
  });

/** The counter-entry of a refund that the customer's bank has sent back. */
export const postRefundReturned = (
  refundId: string,
  source: 'PROVIDER' | 'BANK' | 'MANUAL',
  amount: Money,
  on: string,
): JournalDraft =>
  transfer(`refund-returned:${refundId}`, 'REFUND', on, amount, {
    debit: accountOf(source),
    credit: 'CUSTOMER_CREDIT',
  });

/** The provider takes a disputed payment out of its balance, as the customer's bank has it. */
export const postDispute = (disputeId: string, amount: Money, on: string): JournalDraft =>
  transfer(`dispute:${disputeId}`, 'DISPUTE', on, amount, { debit: 'CUSTOMER_CREDIT', credit: 'CLEARING' });

/** The counter-entry: a dispute that was won brings the money back. */
export const postDisputeReturned = (disputeId: string, amount: Money, on: string): JournalDraft =>
  transfer(`dispute-returned:${disputeId}`, 'DISPUTE', on, amount, {
    debit: 'CLEARING',
    credit: 'CUSTOMER_CREDIT',
  });

/** What the provider keeps for a dispute has grown, to `total` in all. */
export const postDisputeFee = (disputeId: string, total: Money, fee: Money, on: string): JournalDraft =>
  postFee(`dispute-fee:${disputeId}:${total.minor}`, fee, on);

/** Some of it has been given back, so that `total` is left. */
export const postDisputeFeeReturned = (
  disputeId: string,
  total: Money,
  fee: Money,
  on: string,
): JournalDraft =>
  transfer(`dispute-fee-returned:${disputeId}:${total.minor}`, 'FEE', on, fee, {
    debit: 'CLEARING',
    credit: 'FEES',
  });

/** The provider has sent its balance to the bank. */
export const postPayout = (payoutId: string, net: Money, on: string): JournalDraft =>
  transfer(`payout:${payoutId}`, 'PAYOUT', on, net, { debit: 'BANK', credit: 'CLEARING' });

/** The counter-entry of a payout that the bank has sent back after it had arrived. */
export const takeBackPayout = (payoutId: string, net: Money, on: string): JournalDraft =>
  transfer(`payout:${payoutId}:returned`, 'PAYOUT', on, net, { debit: 'CLEARING', credit: 'BANK' });
