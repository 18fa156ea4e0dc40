import type { AttemptState } from '../workflow/payment-case.ts';

/**
 * Where an attempt may move. A PaymentIntent goes back after a decline, so this is no straight line; SUCCEEDED and
 * CANCELED stick, except that money which arrives on a canceled attempt is still money.
 */
export const ATTEMPT_EDGES = {
  CREATED: ['REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'DECLINED', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED'],
  REQUIRES_ACTION: ['PROCESSING', 'UNKNOWN', 'DECLINED', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED'],
  PROCESSING: ['UNKNOWN', 'DECLINED', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED'],
  UNKNOWN: ['CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'DECLINED', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED'],
  DECLINED: ['REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED'],
  AUTHORIZED: ['UNKNOWN', 'SUCCEEDED', 'CANCELED'],
  SUCCEEDED: [],
  CANCELED: ['SUCCEEDED'],
} as const satisfies Record<AttemptState, readonly AttemptState[]>;

export const mayMove = (from: AttemptState, to: AttemptState): boolean =>
  (ATTEMPT_EDGES[from] as readonly AttemptState[]).includes(to);
