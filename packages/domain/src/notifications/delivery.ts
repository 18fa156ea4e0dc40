import type { CaseMessage } from '../workflow/payment-case.ts';

type MessageState = CaseMessage['state'];

/** What the provider reports of a message that it has taken. */
export type DeliveryReport = Extract<MessageState, 'DELIVERED' | 'BOUNCED' | 'FAILED'>;

/** A later report counts only if it says more: a bounce may follow a delivery, never the other way round. */
const RANK: Readonly<Record<MessageState, number>> = {
  QUEUED: 0,
  SENDING: 1,
  SENT: 2,
  DELIVERED: 3,
  FAILED: 4,
  BOUNCED: 5,
};

/**
 * The state of a message after a report; null where the report changes nothing. Reports come late, twice and in any order,
 * and always end in the same state.
 */
export const afterReport = (state: MessageState, report: DeliveryReport): DeliveryReport | null =>
  RANK[report] > RANK[state] ? report : null;
