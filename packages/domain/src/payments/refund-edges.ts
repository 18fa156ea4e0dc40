import type { Refund, RefundState } from '../workflow/payment-case.ts';

/**
 * Where a refund may move. A bank may send one back after the provider has reported success; one that a person transfers
 * is never sent by us. FAILED and REFUSED stick.
 */
export const REFUND_EDGES = {
  REQUESTED: ['APPROVED', 'REFUSED'],
  APPROVED: ['SENT', 'SUCCEEDED', 'FAILED', 'REFUSED'],
  SENT: ['UNKNOWN', 'SUCCEEDED', 'FAILED'],
  UNKNOWN: ['SENT', 'SUCCEEDED', 'FAILED'],
  SUCCEEDED: ['FAILED'],
  FAILED: [],
  REFUSED: [],
} as const satisfies Record<RefundState, readonly RefundState[]>;

export const mayMoveRefund = (from: RefundState, to: RefundState): boolean =>
  (REFUND_EDGES[from] as readonly RefundState[]).includes(to);

const RUNNING: ReadonlySet<RefundState> = new Set(['REQUESTED', 'APPROVED', 'SENT', 'UNKNOWN']);

/** A refund that has been promised and may still take money: it counts against the payment, but nothing is posted yet. */
export const isRunning = ({ state }: Pick<Refund, 'state'>): boolean => RUNNING.has(state);
