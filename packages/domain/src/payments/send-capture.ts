import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';

export interface SendCapture {
  readonly captureId: string;
}

/** Notes that the provider is being asked, before it is asked. */
export const sendCapture = (state: PaymentCase, { captureId }: SendCapture, _env: Env): Outcome => {
  const capture = state.captures.find(({ id }) => id === captureId);
  if (capture?.state !== 'RECORDED') return decided([], []);
  return decided(
    [{ type: 'update-capture', id: captureId, state: 'SENT', failure: null }],
    [{ type: 'capture.sent', data: { captureId, attemptId: capture.attemptId } }],
  );
};
