import { decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { AmountDecision, StepRun } from '../workflow/payment-case.ts';
import { liftStop } from '../workflow/progress.ts';
import type { Resolution } from '../workflow/resolutions.ts';
import type { OfferedCapture } from './authorization.ts';

export interface RequestCapture {
  readonly resolution: Resolution;
  readonly reason: string | null;
}

/**
 * Records the capture that step 6 has decided, with all that is sent: its own id is the provider's key. The decision
 * stays with the run, for the money that comes of it. The machine only captures what is open to the cent.
 */
export const requestCapture = (
  run: StepRun,
  offer: OfferedCapture,
  { resolution, reason }: RequestCapture,
  env: Env,
): Outcome => {
  const { step } = run;
  const { amount, attempt } = offer;
  if (offer.resolution !== resolution) return refused('RESOLUTION_NOT_OFFERED', { step });
  if (resolution !== 'EXACT' && env.actor.kind === 'SYSTEM') return refused('ROLE_NOT_ALLOWED', { step });
  const id = env.newId();
  const decision: AmountDecision = {
    outcome: resolution === 'PARTIAL' ? 'PARTIAL' : 'EXACT',
    allocate: amount.minor.toString(),
    writeOff: '0',
    reason,
    approvalId: null,
  };
  return decided(
    [
      { type: 'set-subject', step, run: run.run, subject: { paymentId: null, decision } },
      ...liftStop(run),
      { type: 'add-capture', id, attemptId: attempt.id, amount },
      { type: 'request-job', job: 'send-capture', captureId: id },
    ],
    [
      {
        type: 'capture.requested',
        data: { captureId: id, attemptId: attempt.id, minor: amount.minor.toString() },
        reason,
      },
    ],
  );
};
