import { dateToDay } from '@zahlwerk/db/calendar-day';
import { money } from '@zahlwerk/domain/money/money';
import { holdsMoney } from '@zahlwerk/domain/payments/dispute-edges';
import { isRunning } from '@zahlwerk/domain/payments/refund-edges';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Capture, CasePayment, Dispute, Refund } from '@zahlwerk/domain/workflow/payment-case';
import type { CaseRow } from './case-row.ts';
import { actorOf, currencyOf, moneyOf } from './columns.ts';

export const toCapture = (row: CaseRow['captures'][number]): Capture => ({
  id: row.id,
  attemptId: row.attemptId,
  amount: moneyOf(row),
  state: row.state,
  failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage } : null,
  requestedBy: actorOf(row.requestedByKind, row.requestedById) ?? SYSTEM,
  requestedAt: row.requestedAt,
});

const total = (rows: readonly { readonly amountMinor: bigint }[]): bigint =>
  rows.reduce((minor, row) => minor + row.amountMinor, 0n);

export const toPayment = (row: CaseRow['payments'][number]): CasePayment => {
  const currency = currencyOf(row.currency);
  return {
    id: row.id,
    attemptId: row.attemptId,
    source: row.source,
    amount: money(row.amountMinor, currency),
    refunded: money(total(row.refunds.filter(({ state }) => state === 'SUCCEEDED')), currency),
    fee: money(row.feeMinor, currency),
    reserved: money(
      total(row.refunds.filter((one) => one.effect === 'FROM_CREDIT' && isRunning(one))),
      currency,
    ),
    returned: money(total(row.disputes.filter(({ state }) => state === 'LOST')), currency),
    disputed: money(total(row.disputes.filter(holdsMoney)), currency),
    allocated: money(total(row.allocations), currency),
    valueOn: dateToDay(row.valueOn),
    bookedAt: row.bookedAt,
    reference: row.reference,
    payer: row.payer,
    payerIban: row.payerIban,
    bankTransactionId: row.bankTransactionId,
    vouchedBy: actorOf(row.vouchedByKind, row.vouchedById),
    evidence: row.evidence,
  };
};

export const toRefund = (row: CaseRow['refunds'][number]): Refund => ({
  id: row.id,
  paymentId: row.paymentId,
  amount: moneyOf(row),
  effect: row.effect,
  reason: row.reason,
  state: row.state,
  approvalId: row.approvalId,
  providerRef: row.providerRef,
  failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage } : null,
  succeededAt: row.succeededAt,
  finishedAt: row.finishedAt,
  requestedBy: actorOf(row.requestedByKind, row.requestedById) ?? SYSTEM,
  requestedAt: row.requestedAt,
  transferredBy: actorOf(row.transferredByKind, row.transferredById),
});

export const toDispute = (row: CaseRow['disputes'][number]): Dispute => {
  const { responseId: id, responseKind: kind, responseState: state } = row;
  return {
    ...row,
    amount: moneyOf(row),
    fee: money(row.feeMinor, currencyOf(row.currency)),
    response:
      id && kind && state
        ? { id, kind, state, by: actorOf(row.responseByKind, row.responseById) ?? SYSTEM }
        : null,
  };
};
