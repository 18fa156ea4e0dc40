import { type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { answerable, record, refuseAnswer } from './answer-dispute.ts';
import type { EvidenceFile } from './dispute-answer.ts';

export interface SubmitDisputeEvidence {
  readonly disputeId: string;
  readonly statement: string | null;
  readonly files: readonly EvidenceFile[];
}

export const refuseEvidence = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  refuseAnswer(state, env, 'SUBMIT_DISPUTE_EVIDENCE');

const refuseFiles = (state: PaymentCase, files: readonly EvidenceFile[]): Refusal | null => {
  if (files.some(({ attachmentId }) => !state.attachments.some(({ id }) => id === attachmentId)))
    return { code: 'ATTACHMENT_UNKNOWN' };
  return new Set(files.map(({ kind }) => kind)).size < files.length ? { code: 'EVIDENCE_KIND_TWICE' } : null;
};

/** Contradicts a dispute with files of the case and in words, until the bank's deadline; once, because the bank takes one answer. */
export const submitDisputeEvidence = (
  state: PaymentCase,
  { disputeId, statement, files }: SubmitDisputeEvidence,
  env: Env,
): Outcome => {
  const found = answerable(state, disputeId, env, 'SUBMIT_DISPUTE_EVIDENCE');
  if (!found.ok) return found;
  if (!statement?.trim() && files.length === 0) return refused('EVIDENCE_MISSING');
  const byFiles = refuseFiles(state, files);
  if (byFiles) return { ok: false, refusal: byFiles };
  return record(state, found.dispute, { kind: 'EVIDENCE', statement, files }, env);
};
