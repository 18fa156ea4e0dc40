import { type Change, decided, type Env, type EventDraft, type Outcome } from '../workflow/decision.ts';
import type { Capture, PaymentCase } from '../workflow/payment-case.ts';
import { openRun } from '../workflow/progress.ts';
import { isCaptureRunning } from './capture-edges.ts';

/** What became of a capture that has brought no money; that it has, its charge proves. */
export interface CaptureReport {
  readonly captureId: string;
  /** Why the provider will never carry it out; null: nobody knows what became of it. */
  readonly failure: { readonly code: string; readonly message: string | null } | null;
}

/** Takes the decision back that was made for a capture, so that step 6 can be decided anew. */
const undecide = (state: PaymentCase): readonly Change[] => {
  const run = openRun(state);
  return run?.step === 'CONFIRM_AMOUNT' && run.subject.decision
    ? [
        {
          type: 'set-subject',
          ...{ step: run.step, run: run.run, subject: { paymentId: run.subject.paymentId, decision: null } },
        },
      ]
    : [];
};

/** A capture that will never bring money. */
export const failCapture = (
  state: PaymentCase,
  { id, attemptId }: Capture,
  failure: NonNullable<CaptureReport['failure']>,
): { readonly changes: readonly Change[]; readonly events: readonly EventDraft[] } => ({
  changes: [{ type: 'update-capture', id, state: 'FAILED', failure }, ...undecide(state)],
  events: [{ type: 'capture.failed', data: { captureId: id, attemptId, code: failure.code } }],
});

/** Notes what the provider has said, or that it has not answered; what is unclear is asked for again. */
export const reportCapture = (
  state: PaymentCase,
  { captureId, failure }: CaptureReport,
  _env: Env,
): Outcome => {
  const capture = state.captures.find(({ id }) => id === captureId);
  if (!capture || !isCaptureRunning(capture)) return decided([], []);
  if (failure) {
    const { changes, events } = failCapture(state, capture, failure);
    return decided(changes, events);
  }
  if (capture.state !== 'SENT') return decided([], []);
  return decided(
    [{ type: 'update-capture', id: captureId, state: 'UNKNOWN', failure: null }],
    [{ type: 'capture.unclear', data: { captureId, attemptId: capture.attemptId } }],
  );
};
