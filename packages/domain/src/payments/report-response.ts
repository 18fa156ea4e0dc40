import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { answerTask } from './dispute-tasks.ts';

/** What became of a recorded answer at the provider. */
export interface ResponseReport {
  readonly disputeId: string;
  readonly responseId: string;
  /** Why the provider will never take it; null once it has. */
  readonly failure: { readonly code: string; readonly message: string | null } | null;
}

/** Notes that the provider has the answer, or that it takes none like this one: then the desk is asked for another. */
export const reportResponse = (
  state: PaymentCase,
  { disputeId, responseId, failure }: ResponseReport,
  env: Env,
): Outcome => {
  const dispute = state.disputes.find(({ id }) => id === disputeId);
  const { response } = dispute ?? {};
  if (!dispute || response?.id !== responseId || response.state !== 'RECORDED') return decided([], []);
  const data = { disputeId, kind: response.kind };
  if (!failure)
    return decided(
      [
        { type: 'update-response', disputeId, state: 'SENT', failure: null },
        { type: 'update-dispute', id: disputeId, patch: { needsResponse: false } },
      ],
      [{ type: 'dispute.response_sent', data }],
    );
  const isOpen = dispute.state === 'OPEN' && dispute.needsResponse;
  return decided(
    [
      { type: 'update-response', disputeId, state: 'FAILED', failure },
      ...(isOpen ? [answerTask(dispute, env)] : []),
    ],
    [{ type: 'dispute.response_failed', data: { ...data, code: failure.code } }],
  );
};
