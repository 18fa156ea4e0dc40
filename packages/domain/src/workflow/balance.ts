import { add, compare, isZero, type Money, min, notBelowZero, subtract, sum } from '../money/money.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';

export type Coverage = 'NONE' | 'PARTIAL' | 'FULL' | 'OVER';

/** What of a payment the business has kept: refunds and returns taken off. */
export const keptOf = ({ amount, refunded, returned }: CasePayment): Money =>
  subtract(subtract(amount, refunded), returned);

/** Money of this case that has arrived and has not gone back, whether allocated yet or not. */
export const amountReceived = (state: PaymentCase): Money =>
  sum(state.amountDue.currency, state.payments.map(keptOf));

export const amountAllocated = (state: PaymentCase): Money =>
  sum(
    state.amountDue.currency,
    state.allocations.map((allocation) => allocation.amount),
  );

export const amountAdjusted = (state: PaymentCase): Money =>
  sum(
    state.amountDue.currency,
    state.adjustments.map((adjustment) => adjustment.amount),
  );

/** What is still owed: due − allocations − adjustments. Never stored. */
export const amountOpen = (state: PaymentCase): Money =>
  subtract(subtract(state.amountDue, amountAllocated(state)), amountAdjusted(state));

/** Free for a claim as soon as no dispute holds it back any more. */
const waitingOf = (payment: CasePayment): Money =>
  notBelowZero(subtract(subtract(keptOf(payment), payment.allocated), payment.reserved));

/**
 * What a new payment attempt may ask for at most: the open amount less money that waits for its allocation. Nobody pays
 * for what a bank has yet to decide.
 */
export const amountCollectable = (state: PaymentCase): Money => {
  const waiting = sum(state.amountDue.currency, state.payments.map(waitingOf));
  return notBelowZero(subtract(amountOpen(state), waiting));
};

/**
 * The part of a payment that pays no claim: the customer's credit, as the ledger has it. Below zero while a dispute holds
 * back what a claim has been given.
 */
export const creditOf = (payment: CasePayment): Money =>
  subtract(subtract(keptOf(payment), payment.disputed), payment.allocated);

/** The part of the credit that has been promised to no refund, so that a claim may have it. */
export const amountAvailable = (payment: CasePayment): Money =>
  notBelowZero(subtract(creditOf(payment), payment.reserved));

export const coverage = (state: PaymentCase): Coverage => {
  const covered = add(amountReceived(state), amountAdjusted(state));
  if (covered.minor <= 0n) return 'NONE';
  const against = compare(covered, state.amountDue);
  return against < 0 ? 'PARTIAL' : against === 0 ? 'FULL' : 'OVER';
};

export const isFullyCovered = (state: PaymentCase): boolean => isZero(amountOpen(state));

/** How much of a payment goes to this case when it is recorded; the surplus stays the customer's credit. */
export const allocatable = (state: PaymentCase, payment: CasePayment): Money =>
  min(amountAvailable(payment), amountOpen(state));
