import type { PricedInvoice } from '../invoices/invoice-lines.ts';
import type { TaxCase } from '../invoices/tax-case.ts';
import type { Money } from '../money/money.ts';
import { type AccountKey, TAX_ACCOUNTS } from './accounts.ts';
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

/** Money that has arrived: on the provider's balance or at the bank, owed to the customer until it is allocated (rule 21). */
export const postPayment = (
  paymentId: string,
  source: 'PROVIDER' | 'BANK' | 'MANUAL',
  amount: Money,
  on: string,
): JournalDraft =>
  journal(
    `payment:${paymentId}`,
    'PAYMENT',
    on,
    amount.currency,
    move(amount, accountOf(source), 'CUSTOMER_CREDIT'),
  );

/** A credit on the bank account, before it is known whose it is (rule 21). */
export const postBankCredit = (transactionId: string, amount: Money, on: string): JournalDraft =>
  journal(`bank:${transactionId}`, 'PAYMENT', on, amount.currency, move(amount, 'BANK', 'UNASSIGNED'));

/** Money of the pool of which it is known now whose it is. */
export const postAssigned = (paymentId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `payment:${paymentId}`,
    'PAYMENT',
    on,
    amount.currency,
    move(amount, 'UNASSIGNED', 'CUSTOMER_CREDIT'),
  );

/** The counter-entry: a credit that was given to the wrong customer lies in the pool again. */
export const postUnassigned = (paymentId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `payment-unassigned:${paymentId}`,
    'PAYMENT',
    on,
    amount.currency,
    move(amount, 'CUSTOMER_CREDIT', 'UNASSIGNED'),
  );

/** The counter-entry of a credit that somebody had registered by hand: it is on the bank account only once. */
export const postMerged = (paymentId: string, amount: Money, on: string): JournalDraft =>
  journal(`payment-merged:${paymentId}`, 'PAYMENT', on, amount.currency, move(amount, 'UNASSIGNED', 'BANK'));

/** The provider's fee leaves the clearing account. */
export const postFee = (source: string, fee: Money, on: string): JournalDraft =>
  journal(source, 'FEE', on, fee.currency, move(fee, 'FEES', 'CLEARING'));

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

const accountOf = (source: 'PROVIDER' | 'BANK' | 'MANUAL'): AccountKey =>
  source === 'PROVIDER' ? 'CLEARING' : 'BANK';

/** Money that has gone back to the customer, the way it came. */
export const postRefund = (
  refundId: string,
  source: 'PROVIDER' | 'BANK' | 'MANUAL',
  amount: Money,
  on: string,
): JournalDraft =>
  journal(
    `refund:${refundId}`,
    'REFUND',
    on,
    amount.currency,
    move(amount, 'CUSTOMER_CREDIT', accountOf(source)),
  );

/** The counter-entry of a refund that the customer's bank has sent back. */
export const postRefundReturned = (
  refundId: string,
  source: 'PROVIDER' | 'BANK' | 'MANUAL',
  amount: Money,
  on: string,
): JournalDraft =>
  journal(
    `refund-returned:${refundId}`,
    'REFUND',
    on,
    amount.currency,
    move(amount, accountOf(source), 'CUSTOMER_CREDIT'),
  );

/** The provider takes a disputed payment out of its balance, as the customer's bank has it. */
export const postDispute = (disputeId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `dispute:${disputeId}`,
    'DISPUTE',
    on,
    amount.currency,
    move(amount, 'CUSTOMER_CREDIT', 'CLEARING'),
  );

/** The counter-entry: a dispute that was won brings the money back. */
export const postDisputeReturned = (disputeId: string, amount: Money, on: string): JournalDraft =>
  journal(
    `dispute-returned:${disputeId}`,
    'DISPUTE',
    on,
    amount.currency,
    move(amount, 'CLEARING', 'CUSTOMER_CREDIT'),
  );

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
  journal(
    `dispute-fee-returned:${disputeId}:${total.minor}`,
    'FEE',
    on,
    fee.currency,
    move(fee, 'CLEARING', 'FEES'),
  );

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

/** The provider has sent its balance to the bank. */
export const postPayout = (payoutId: string, net: Money, on: string): JournalDraft =>
  journal(`payout:${payoutId}`, 'PAYOUT', on, net.currency, move(net, 'BANK', 'CLEARING'));

/** The counter-entry of a payout that the bank has sent back after it had arrived. */
export const takeBackPayout = (payoutId: string, net: Money, on: string): JournalDraft =>
  journal(`payout:${payoutId}:returned`, 'PAYOUT', on, net.currency, move(net, 'CLEARING', 'BANK'));
