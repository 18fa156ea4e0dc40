import type Stripe from 'stripe';
import { differences } from '../http/common-fields.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule, unschedule } from '../world.ts';
import { closeDispute, escalateInquiry, isInquiry, isOpen } from './close-dispute.ts';

/** A bank takes about two months to decide. */
const DECIDES_AFTER_SECONDS = 60 * 86_400;

/** What Stripe's test banks decide by: the text of the evidence (docs.stripe.com/testing#evidence). */
const DECISIVE = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence'];

const isAnswerable = (dispute: Stripe.Dispute): boolean =>
  dispute.status === 'needs_response' || dispute.status === 'warning_needs_response';

/** Refuses an answer to a dispute that has been answered, or is over. */
export const requireAnswerable = (dispute: Stripe.Dispute): void => {
  if (isAnswerable(dispute)) return;
  throw invalidRequest(
    isOpen(dispute)
      ? 'This dispute has already been responded to: evidence can be submitted only once.'
      : 'This dispute is already closed.',
  );
};

/** Sends the evidence to the bank; from then on it cannot be changed. */
export const submitEvidence = (scope: Scope, dispute: Stripe.Dispute): Stripe.Dispute => {
  unschedule(scope, 'dispute.expire', dispute.id);
  const submitted = scope.tables.disputes.put({
    ...dispute,
    status: isInquiry(dispute) ? 'warning_under_review' : 'under_review',
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: true,
      submission_count: dispute.evidence_details.submission_count + 1,
      submission_method: 'manual',
    },
  });
  const decided = DECISIVE.includes(submitted.evidence.uncategorized_text ?? '');
  schedule(scope, 'dispute.decide', scope.now() + (decided ? 0 : DECIDES_AFTER_SECONDS), dispute.id);
  return submitted;
};

/** Due work: the bank's decision, by the evidence; without a word it knows it keeps the money. */
export const decideDispute = (scope: Scope, id: string): void => {
  const dispute = scope.tables.disputes.get(id);
  if (!dispute || !isOpen(dispute)) return;
  const text = dispute.evidence.uncategorized_text;
  if (!isInquiry(dispute)) closeDispute(scope, dispute, text === 'winning_evidence' ? 'won' : 'lost');
  else if (text === 'escalate_inquiry_evidence') escalateInquiry(scope, dispute);
  else closeDispute(scope, dispute, 'warning_closed');
};

export const tellUpdated = (scope: Scope, before: Stripe.Dispute, after: Stripe.Dispute): void =>
  emit(scope, 'charge.dispute.updated', after, differences(before, after));
