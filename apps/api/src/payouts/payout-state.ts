import type { PayoutState } from '@zahlwerk/db/generated/enums';

/** What the provider knows of; a proposal and its release are the business's own. */
export type ReportedState = Extract<PayoutState, 'SENT' | 'PAID' | 'FAILED'>;

/** How the provider's status of a payout reads here. */
const STATE: Readonly<Record<string, ReportedState>> = {
  pending: 'SENT',
  in_transit: 'SENT',
  paid: 'PAID',
  failed: 'FAILED',
  canceled: 'FAILED',
};

export const payoutStateOf = (status: string): ReportedState => STATE[status] ?? 'SENT';

/** A bank may send back what had arrived, and then it has failed for good. */
const EDGES: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  PROPOSED: ['RELEASED', 'FAILED'],
  RELEASED: ['SENT', 'PAID', 'FAILED'],
  SENT: ['PAID', 'FAILED'],
  PAID: ['FAILED'],
  FAILED: [],
};

export const mayMove = (from: PayoutState, to: PayoutState): boolean => EDGES[from].includes(to);
