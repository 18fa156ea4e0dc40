import type Stripe from 'stripe';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule, unschedule } from '../world.ts';
import { reinstateFunds, withdrawFunds } from './dispute-money.ts';

export type Verdict = 'won' | 'lost' | 'warning_closed';

const OPEN = ['needs_response', 'under_review', 'warning_needs_response', 'warning_under_review'];

export const isOpen = (dispute: Stripe.Dispute): boolean => OPEN.includes(dispute.status);
export const isInquiry = (dispute: Stripe.Dispute): boolean => dispute.status.startsWith('warning_');

/** Ends a dispute for good. Won money comes back; an inquiry that ends has cost nothing. */
export const closeDispute = (scope: Scope, dispute: Stripe.Dispute, verdict: Verdict): Stripe.Dispute => {
  unschedule(scope, 'dispute.expire', dispute.id);
  unschedule(scope, 'dispute.decide', dispute.id);
  const closed = scope.tables.disputes.put({
    ...dispute,
    status: verdict,
    is_charge_refundable: verdict !== 'lost',
  });
  emit(scope, 'charge.dispute.closed', closed);
  return verdict === 'won' ? reinstateFunds(scope, closed) : closed;
};

/** The bank is not content with an inquiry's answer: it becomes a chargeback, and the money leaves now. */
export const escalateInquiry = (scope: Scope, inquiry: Stripe.Dispute): Stripe.Dispute => {
  const details = inquiry.payment_method_details;
  unschedule(scope, 'dispute.expire', inquiry.id);
  const escalated = withdrawFunds(scope, {
    ...inquiry,
    is_charge_refundable: false,
    evidence_details: { ...inquiry.evidence_details, submission_count: 0 },
    ...(details?.card
      ? { payment_method_details: { ...details, card: { ...details.card, case_type: 'chargeback' } } }
      : {}),
    status: 'needs_response',
  });
  const dueBy = escalated.evidence_details.due_by;
  if (dueBy !== null) schedule(scope, 'dispute.expire', dueBy, escalated.id);
  emit(scope, 'charge.dispute.updated', escalated, { status: inquiry.status });
  emit(scope, 'charge.dispute.funds_withdrawn', escalated);
  return escalated;
};

/** Due work: nobody has answered in time. */
export const expireDispute = (scope: Scope, id: string): void => {
  const dispute = scope.tables.disputes.get(id);
  if (!dispute || !isOpen(dispute)) return;
  const late = { ...dispute, evidence_details: { ...dispute.evidence_details, past_due: true } };
  closeDispute(scope, late, isInquiry(dispute) ? 'warning_closed' : 'lost');
};
