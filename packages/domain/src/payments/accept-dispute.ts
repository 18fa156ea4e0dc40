import { type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { answerable, record, refuseAnswer } from './answer-dispute.ts';
import { isAnswerable } from './dispute-edges.ts';

export interface AcceptDispute {
  readonly disputeId: string;
}

/** An inquiry has taken nothing, so there is no loss to accept. */
export const refuseAcceptance = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null => {
  const refusal = refuseAnswer(state, env, 'ACCEPT_DISPUTE');
  if (refusal) return refusal;
  const isTaken = state.disputes.some((dispute) => isAnswerable(dispute) && dispute.withdrawnAt);
  return isTaken ? null : { code: 'DISPUTE_IS_INQUIRY' };
};

/** Gives the money of a dispute up for good. Whoever does has handled the money (rule 7); what becomes of the claim is for step 6. */
export const acceptDispute = (state: PaymentCase, { disputeId }: AcceptDispute, env: Env): Outcome => {
  const found = answerable(state, disputeId, env, 'ACCEPT_DISPUTE');
  if (!found.ok) return found;
  if (!found.dispute.withdrawnAt) return refused('DISPUTE_IS_INQUIRY');
  return record(state, found.dispute, { kind: 'ACCEPTANCE', statement: null, files: [] }, env);
};
