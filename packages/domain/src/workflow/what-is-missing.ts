import { isWithinSkonto, skontoDiscount, skontoLastDay } from '../invoices/skonto-terms.ts';
import { subtract } from '../money/money.ts';
import { holdingAllocations } from '../payments/take-back.ts';
import { amountAvailable, amountOpen } from './balance.ts';
import { effectiveInvoice } from './claim.ts';
import { DEFAULT_DEFINITION } from './definition.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';

/** A customer who rounds the reduced amount once more does not lose the Skonto over it. */
const SKONTO_SLACK = 1n;

/** What the desk has given up so far; Skonto was agreed on before, a credit note lowers the claim with a document of its own. */
const givenUp = (state: PaymentCase): bigint =>
  state.adjustments.reduce(
    (minor, { kind, amount }) => (kind === 'CREDIT_NOTE' || kind === 'SKONTO' ? minor : minor + amount.minor),
    0n,
  );

/**
 * Small differences are the desk's own: up to the version's limit, counted over all that the case has given up,
 * anybody at the desk decides alone; from the next cent on a lead has to agree (rule 4).
 */
export const isWithinLimit = (state: PaymentCase, minor: bigint): boolean =>
  givenUp(state) + minor <= BigInt(state.definition.limits.adjustmentWithoutSecond);

const missingOf = (state: PaymentCase, payment: CasePayment): bigint =>
  subtract(amountOpen(state), amountAvailable(payment)).minor;

const skontoTaken = ({ adjustments }: PaymentCase): bigint =>
  adjustments.reduce((minor, { kind, amount }) => (kind === 'SKONTO' ? minor + amount.minor : minor), 0n);

/**
 * What is missing is the Skonto of the claim, to the cent, and every payment of it was there in time: the value date
 * counts, whenever the statement was brought.
 */
export const isSkonto = (state: PaymentCase, payment: CasePayment): boolean => {
  const { skonto: terms } = state;
  if (!terms || skontoTaken(state) !== 0n) return false;
  const lastDay = skontoLastDay(terms, effectiveInvoice(state)?.issuedOn ?? state.createdOn);
  const paid = new Set([payment.id, ...holdingAllocations(state).map(({ paymentId }) => paymentId)]);
  const isInTime = state.payments.every(
    ({ id, valueOn }) => !paid.has(id) || isWithinSkonto(lastDay, valueOn),
  );
  const beside = missingOf(state, payment) - skontoDiscount(terms, state.amountDue).minor;
  return isInTime && beside >= -SKONTO_SLACK && beside <= SKONTO_SLACK;
};

/** Cents that nobody asks a customer for, as many as the version says. */
export const isRounding = (state: PaymentCase, payment: CasePayment): boolean => {
  const { roundingTolerance = DEFAULT_DEFINITION.limits.roundingTolerance ?? '0' } = state.definition.limits;
  return missingOf(state, payment) <= BigInt(roundingTolerance);
};

/** The same amount has paid this claim before. */
export const isDuplicate = (state: PaymentCase, payment: CasePayment): boolean =>
  holdingAllocations(state).some(({ paymentId }) => {
    const earlier = state.payments.find(({ id }) => id === paymentId);
    return paymentId !== payment.id && earlier?.amount.minor === payment.amount.minor;
  });
