import { splitCorrection } from '../invoices/split-correction.ts';
import { postClaimLowered, postCorrection } from '../ledger/post-claims.ts';
import { postRefund, postRefundReturned } from '../ledger/post-money.ts';
import { effectiveInvoice } from '../workflow/claim.ts';
import type { Change, Env, EventDraft } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { CasePayment, PaymentCase, Refund } from '../workflow/payment-case.ts';
import { onMoneyArrived } from '../workflow/progress.ts';
import { backToAmount } from '../workflow/reopen.ts';
import { takeBack } from './take-back.ts';

interface Effects {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
}

const about = ({ id, paymentId, amount }: Refund) => ({
  refundId: id,
  paymentId,
  minor: amount.minor.toString(),
});

/** Lowers the claim for good: by a correction of its invoice that bears the refund's id, or against "invoiced elsewhere". */
const lowerClaim = (state: PaymentCase, { id, amount, reason, approvalId }: Refund, env: Env): Effects => {
  const document = effectiveInvoice(state);
  const adjustment: Change = { type: 'adjust', id, kind: 'CREDIT_NOTE', amount, reason, approvalId };
  const entry =
    document?.kind === 'INVOICE'
      ? postCorrection(id, splitCorrection(state, amount), amount, env.today)
      : postClaimLowered(id, amount, env.today);
  const changes: Change[] = [adjustment, { type: 'post', entry }];
  const recorded: EventDraft = {
    type: 'adjustment.recorded',
    data: { adjustmentId: id, minor: amount.minor.toString() },
  };
  if (!document) return { changes, events: [recorded] };
  return {
    changes: [...changes, { type: 'issue-correction', id, correctsId: document.id, amount, reason }],
    events: [recorded, { type: 'invoice.corrected', data: { invoiceId: document.id, correctionId: id } }],
  };
};

const NOTHING: Effects = { changes: [], events: [] };

const effectOnClaim = (state: PaymentCase, refund: Refund, env: Env): Effects => {
  if (refund.effect === 'FROM_CREDIT') return NOTHING;
  const taken = takeBack(state, refund.paymentId, refund.amount, env);
  const rest = refund.effect === 'REDUCE' ? lowerClaim(state, refund, env) : backToAmount(state);
  return { changes: [...taken, ...rest.changes], events: rest.events };
};

/** The money has gone: only now the ledger, the claim and the customer hear of it. */
export const succeed = (state: PaymentCase, refund: Refund, payment: CasePayment, env: Env): Effects => {
  const claim = effectOnClaim(state, refund, env);
  return {
    changes: [
      { type: 'update-refund', id: refund.id, patch: { state: 'SUCCEEDED' } },
      ...claim.changes,
      { type: 'post', entry: postRefund(refund.id, payment.source, refund.amount, env.today) },
      { type: 'queue-message', template: 'refund', subjectId: refund.id, to: 'CUSTOMER' },
    ],
    events: [{ type: 'refund.succeeded', data: about(refund) }, ...claim.events],
  };
};

/**
 * The money has not gone, or has come back. What was posted gets its counter-entry and the money is the customer's credit
 * again; where the claim had been opened for it, it is offered to step 6 once more. A correction stays: that the
 * claim is lower has been agreed, however the money travels.
 */
export const fail = (
  state: PaymentCase,
  refund: Refund,
  payment: CasePayment,
  failure: { readonly code: string; readonly message: string | null },
  env: Env,
): Effects => {
  const hadGone = refund.state === 'SUCCEEDED';
  const returned: readonly Change[] = hadGone
    ? [{ type: 'post', entry: postRefundReturned(refund.id, payment.source, refund.amount, env.today) }]
    : [];
  const arrived =
    hadGone && refund.effect === 'CLAIM_STAYS_OPEN' ? onMoneyArrived(state, payment.id) : NOTHING;
  return {
    changes: [
      { type: 'update-refund', id: refund.id, patch: { state: 'FAILED', failure } },
      ...returned,
      ...arrived.changes,
      exceptionTask('REFUND_FAILED', env, { detail: failure.code }),
    ],
    events: [
      { type: 'refund.failed', data: { ...about(refund), code: failure.code, hadGone } },
      ...arrived.events,
    ],
  };
};
