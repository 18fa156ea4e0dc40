import type { Change } from '../workflow/decision.ts';
import { DEFAULT_DEFINITION } from '../workflow/definition.ts';
import type { Attempt, CaseMessage, MethodType, PaymentCase } from '../workflow/payment-case.ts';

/**
 * How many days before a stored mandate is debited its owner is told (rule 23). The scheme wants fourteen unless less is
 * agreed; the mandate that Stripe words agrees on one.
 */
export const noticeDays = ({ definition }: Pick<PaymentCase, 'definition'>, type: MethodType): number => {
  const { debitNoticeDays = DEFAULT_DEFINITION.deadlines.debitNoticeDays ?? 1 } = definition.deadlines;
  return type === 'SEPA_DEBIT' ? debitNoticeDays : 0;
};

/** Tells the customer of a debit; a card needs no announcement. */
export const announce = (type: MethodType, attemptId: string): readonly Change[] =>
  type === 'SEPA_DEBIT'
    ? [{ type: 'queue-message', template: 'pre-notice', subjectId: attemptId, to: 'CUSTOMER' }]
    : [];

/** Whether the customer has been told: not yet means that it may still go out, never that it has failed for good. */
export const announcementOf = (
  { messages }: PaymentCase,
  { id, methodType }: Pick<Attempt, 'id' | 'methodType'>,
): 'TOLD' | 'NOT_YET' | 'NEVER' => {
  if (methodType !== 'SEPA_DEBIT') return 'TOLD';
  const notice = messages.find(({ template, subjectId }) => template === 'pre-notice' && subjectId === id);
  return notice ? STANDING[notice.state] : 'NEVER';
};

const STANDING = {
  QUEUED: 'NOT_YET',
  SENDING: 'NOT_YET',
  SENT: 'TOLD',
  DELIVERED: 'TOLD',
  BOUNCED: 'NEVER',
  FAILED: 'NEVER',
} as const satisfies Record<CaseMessage['state'], string>;
