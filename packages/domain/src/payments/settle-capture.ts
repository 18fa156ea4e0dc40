import { equals, type Money } from '../money/money.ts';
import { amountOpen } from '../workflow/balance.ts';
import type { Change, EventDraft } from '../workflow/decision.ts';
import type { Attempt, Capture, PaymentCase } from '../workflow/payment-case.ts';
import { onMoneyArrived, openRun } from '../workflow/progress.ts';
import { confirmWith } from '../workflow/resolve-amount.ts';
import { runningCapture } from './authorization.ts';

interface Arrived {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
}

/**
 * The money of a capture was confirmed when the capture was decided: step 6 is done with it, unless something else has
 * come than was asked for, or so much is no longer open.
 */
const confirmCaptured = (
  state: PaymentCase,
  capture: Capture,
  { id, amount }: { readonly id: string; readonly amount: Money },
): Arrived => {
  const run = openRun(state);
  if (run?.step !== 'CONFIRM_AMOUNT') return onMoneyArrived(state, id);
  const { decision } = run.subject;
  const isAsDecided = equals(amount, capture.amount) && capture.amount.minor <= amountOpen(state).minor;
  if (decision && isAsDecided) return confirmWith(state, run, id, decision);
  const subject = { paymentId: id, decision: null };
  return { changes: [{ type: 'set-subject', step: run.step, run: run.run, subject }], events: [] };
};

/** What money of an attempt does to the work track when it arrives. */
export const onMoneyOf = (
  state: PaymentCase,
  { id: attemptId }: Attempt,
  payment: { readonly id: string; readonly amount: Money },
): Arrived => {
  const capture = runningCapture(state);
  if (capture?.attemptId !== attemptId) return onMoneyArrived(state, payment.id);
  const { changes, events } = confirmCaptured(state, capture, payment);
  const data = { captureId: capture.id, attemptId, minor: payment.amount.minor.toString() };
  return {
    changes: [{ type: 'update-capture', id: capture.id, state: 'SUCCEEDED', failure: null }, ...changes],
    events: [{ type: 'capture.succeeded', data }, ...events],
  };
};
