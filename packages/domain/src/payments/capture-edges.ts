import type { Capture, CaptureState } from '../workflow/payment-case.ts';

/** Where a capture may move. Somebody may capture at the provider, past this desk, before ours is sent. */
export const CAPTURE_EDGES = {
  RECORDED: ['SENT', 'SUCCEEDED', 'FAILED'],
  SENT: ['UNKNOWN', 'SUCCEEDED', 'FAILED'],
  UNKNOWN: ['SUCCEEDED', 'FAILED'],
  SUCCEEDED: [],
  FAILED: [],
} as const satisfies Record<CaptureState, readonly CaptureState[]>;

export const mayMoveCapture = (from: CaptureState, to: CaptureState): boolean =>
  (CAPTURE_EDGES[from] as readonly CaptureState[]).includes(to);

/** A capture that has been decided and of which nobody knows yet what becomes of it. */
export const isCaptureRunning = ({ state }: Pick<Capture, 'state'>): boolean =>
  CAPTURE_EDGES[state].length > 0;

/** Why an attempt is over whose reserved amount nobody has captured in time. */
export const AUTHORIZATION_EXPIRED = 'authorization_expired';
