import type { Dispute, DisputeState } from '../workflow/payment-case.ts';

/** Where a dispute may move. What a bank has decided sticks. */
export const DISPUTE_EDGES = {
  OPEN: ['WON', 'LOST'],
  WON: [],
  LOST: [],
} as const satisfies Record<DisputeState, readonly DisputeState[]>;

export const mayMoveDispute = (from: DisputeState, to: DisputeState): boolean =>
  (DISPUTE_EDGES[from] as readonly DisputeState[]).includes(to);

/** The provider has taken the money and may still give it back: it is neither here nor gone. */
export const holdsMoney = ({
  state,
  withdrawnAt,
  reinstatedAt,
}: Pick<Dispute, 'state' | 'withdrawnAt' | 'reinstatedAt'>): boolean =>
  state !== 'LOST' && withdrawnAt !== null && reinstatedAt === null;

/** More is to come: the bank's decision, or the money of a dispute that was won. */
export const isUnsettled = (dispute: Pick<Dispute, 'state' | 'withdrawnAt' | 'reinstatedAt'>): boolean =>
  dispute.state === 'OPEN' || holdsMoney(dispute);

/** The bank waits for the business, and no answer is on its way; one that the provider refused was none. */
export const isAnswerable = ({ state, needsResponse, response }: Dispute): boolean =>
  state === 'OPEN' && needsResponse && response?.state !== 'RECORDED';
