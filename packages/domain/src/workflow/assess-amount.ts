import { isZero, subtract, toDecimal } from '../money/money.ts';
import { type OfferedCapture, offeredCapture, runningCapture } from '../payments/authorization.ts';
import { isUnsettled } from '../payments/dispute-edges.ts';
import { accountOf, type PayingAccount, unsettledMismatches } from './account-data.ts';
import { amountAvailable, amountCollectable, amountOpen, isFullyCovered } from './balance.ts';
import { unansweredItems } from './checklist.ts';
import { type Assessment, CLEAN, stop } from './guard.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';
import { openRun, unconfirmedPayments } from './progress.ts';
import { isSamePayer } from './same-payer.ts';

const STEP = 'CONFIRM_AMOUNT' as const;

export const isSecondAsked = ({ approvals }: PaymentCase): boolean =>
  approvals.some(({ kind, state: approval }) => kind !== 'REFUND' && approval === 'OPEN');

/** Nothing but a dispute is left to wait for: whether the money stays is not for the desk to say. */
export const isUpToTheBank = (state: PaymentCase): boolean =>
  state.disputes.some(isUnsettled) &&
  isZero(amountCollectable(state)) &&
  unconfirmedPayments(state).length === 0;

/** The payment that the run is about, or the oldest of those that wait. */
const candidate = (state: PaymentCase): CasePayment | undefined => {
  const waiting = unconfirmedPayments(state);
  return waiting.find(({ id }) => id === openRun(state)?.subject.paymentId) ?? waiting[0];
};

/** A failed verification does not stop money that has come; it stops the machine until a person accepts it (rule 3). */
const assessAccount = (state: PaymentCase, account: PayingAccount): Assessment => {
  const [mismatch] = unsettledMismatches(state, account);
  if (!mismatch) return CLEAN;
  return stop(mismatch.key === 'holder' ? 'HOLDER_DIFFERS' : 'VERIFICATION_FAILED', mismatch.found);
};

/** What a person has taken off the claim, no machine puts on it again. */
const isTakenBack = ({ allocations }: PaymentCase, payment: CasePayment): boolean =>
  allocations.some(({ paymentId, reason }) => paymentId === payment.id && reason !== null);

/** Why the one candidate is not the exact payment of the customer, by provider or bank, that the machine may confirm. */
const assessPayment = (state: PaymentCase, payment: CasePayment): Assessment => {
  if (unconfirmedPayments(state).length > 1) return stop('SEVERAL_CANDIDATES');
  if (isTakenBack(state, payment)) return stop('ALLOCATION_REVERSED');
  if (payment.source === 'MANUAL') return stop('MANUAL_EVIDENCE');
  const difference = subtract(amountAvailable(payment), amountOpen(state));
  if (!isZero(difference)) return stop('AMOUNT_DIFFERS', `${toDecimal(difference)} ${difference.currency}`);
  return isSamePayer(state, payment) ? CLEAN : stop('PAYER_DIFFERS', payment.payer);
};

/** What is reserved is captured by the machine when it is what is open, to the cent, and the provider has not refused. */
const assessCapture = (state: PaymentCase, { attempt, resolution, released }: OfferedCapture): Assessment => {
  const failed = state.captures.findLast(
    ({ attemptId, state: capture }) => attemptId === attempt.id && capture === 'FAILED',
  );
  if (failed) return stop('CAPTURE_FAILED', failed.failure?.code);
  const account = assessAccount(state, accountOf(attempt));
  if (account.kind !== 'CLEAN') return account;
  if (resolution === 'EXACT') return assessChecklist(state);
  const difference = resolution === 'OVER' ? released : subtract(attempt.amount, amountCollectable(state));
  return stop('AUTHORIZED_AMOUNT_DIFFERS', `${toDecimal(difference)} ${difference.currency}`);
};

const assessChecklist = (state: PaymentCase): Assessment => {
  const [missing] = unansweredItems(state, STEP);
  return missing ? stop('CHECK_NOT_PASSED', missing) : CLEAN;
};

/**
 * Clean is exactly one candidate (or a reserved amount) with provider or bank evidence, to the cent, from the customer, and no required item
 * of the business left (rule 8).
 */
export const assess = (state: PaymentCase): Assessment => {
  if (isSecondAsked(state)) return { kind: 'WAIT', for: 'APPROVAL' };
  if (runningCapture(state) || isUpToTheBank(state)) return { kind: 'WAIT', for: 'PROVIDER' };
  const offer = offeredCapture(state);
  if (offer) return assessCapture(state, offer);
  const payment = candidate(state);
  // After a rejection there may be nothing left to confirm.
  if (!payment) return isFullyCovered(state) ? assessChecklist(state) : { kind: 'WAIT', for: 'MONEY' };
  const looks = [assessAccount, assessPayment, assessChecklist];
  return looks.map((look) => look(state, payment)).find(({ kind }) => kind !== 'CLEAN') ?? CLEAN;
};
