import { type Money, min, notBelowZero, subtract, sum } from '../money/money.ts';
import { creditOf } from '../workflow/balance.ts';
import type { CasePayment, PaymentCase, Refund, RefundEffect } from '../workflow/payment-case.ts';
import { isRunning } from './refund-edges.ts';

export const REFUND_EFFECTS = ['REDUCE', 'FROM_CREDIT', 'CLAIM_STAYS_OPEN'] as const;

const refundsOf = (state: PaymentCase, payment: CasePayment): readonly Refund[] =>
  state.refunds.filter(({ paymentId }) => paymentId === payment.id);

const total = (refunds: readonly Refund[], payment: CasePayment): Money =>
  sum(
    payment.amount.currency,
    refunds.map(({ amount }) => amount),
  );

/** What of a payment has neither gone back nor been promised or taken back: the payment decides, never a balance (rule 14). */
export const leftOf = (state: PaymentCase, payment: CasePayment): Money => {
  const running = total(refundsOf(state, payment).filter(isRunning), payment);
  const gone = sum(payment.amount.currency, [payment.refunded, payment.returned, payment.disputed, running]);
  return notBelowZero(subtract(payment.amount, gone));
};

/** What of the payment pays this claim and has not been promised to another refund. */
const allocatedHere = (state: PaymentCase, payment: CasePayment): Money => {
  const own = sum(
    payment.amount.currency,
    state.allocations.filter(({ paymentId }) => paymentId === payment.id).map(({ amount }) => amount),
  );
  const promised = refundsOf(state, payment).filter((one) => isRunning(one) && one.effect !== 'FROM_CREDIT');
  return notBelowZero(subtract(own, total(promised, payment)));
};

const creditLeft = (state: PaymentCase, payment: CasePayment): Money => {
  const promised = refundsOf(state, payment).filter((one) => isRunning(one) && one.effect === 'FROM_CREDIT');
  return notBelowZero(subtract(creditOf(payment), total(promised, payment)));
};

/** The most that a refund with this effect may give back of a payment now. */
export const mostRefundable = (state: PaymentCase, payment: CasePayment, effect: RefundEffect): Money => {
  const source = effect === 'FROM_CREDIT' ? creditLeft(state, payment) : allocatedHere(state, payment);
  return min(leftOf(state, payment), source);
};
