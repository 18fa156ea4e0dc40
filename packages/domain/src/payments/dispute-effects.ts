import {
  postDispute,
  postDisputeFee,
  postDisputeFeeReturned,
  postDisputeReturned,
} from '../ledger/post-money.ts';
import { notBelowZero, subtract, zero } from '../money/money.ts';
import { keptOf } from '../workflow/balance.ts';
import type { Change, DisputeDraft, DisputePatch, Env, EventDraft } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { CasePayment, Dispute, DisputeState, PaymentCase } from '../workflow/payment-case.ts';
import type { DisputeReport } from './apply-dispute.ts';
import { answeredTasks, answerTask } from './dispute-tasks.ts';
import { takeBack } from './take-back.ts';

interface Effects {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
}

const about = ({ id, paymentId, amount }: Pick<Dispute, 'id' | 'paymentId' | 'amount'>) => ({
  disputeId: id,
  paymentId,
  minor: amount.minor.toString(),
});

/**
 * The customer hears of it, and so does the desk: once each, by the dispute's id (rule 23). Whose bank has decided for
 * them before we knew is not told to wait for it.
 */
const messages = (id: string, isOver: boolean): readonly Change[] => [
  ...(isOver
    ? []
    : [{ type: 'queue-message', template: 'dispute-or-return', subjectId: id, to: 'CUSTOMER' } as const]),
  { type: 'queue-message', template: 'internal-notice', subjectId: id, to: 'ACCOUNTS' },
];

/** A dispute that nobody has heard of before: as it was before anything moved, with whom it is told to. */
export const open = (
  kind: Dispute['kind'],
  report: DisputeReport,
  env: Env,
): Effects & { readonly dispute: Dispute } => {
  const { paymentId, amount, reason, providerRef, dueBy } = report;
  const needsResponse = report.state === 'OPEN' && report.needsResponse;
  const draft: DisputeDraft = {
    id: env.newId(),
    ...{ paymentId, kind, amount, reason, providerRef, dueBy, needsResponse },
  };
  return {
    dispute: {
      ...draft,
      state: 'OPEN',
      fee: zero(amount.currency),
      ...{ withdrawnAt: null, reinstatedAt: null, decidedAt: null, response: null },
    },
    changes: [
      { type: 'add-dispute', dispute: draft },
      ...messages(draft.id, kind === 'CARD' && report.state !== 'OPEN'),
      ...(needsResponse ? [answerTask(draft, env)] : []),
    ],
    // What is over when it is first heard of is told by its end alone.
    events:
      report.state === 'OPEN' ? [{ type: 'dispute.opened', data: { ...about(draft), kind, reason } }] : [],
  };
};

/**
 * What has moved on the provider's balance since: the money and the fee leave it, and come back when the dispute is won.
 * The fee is what the provider says that it keeps in all; only the difference is posted.
 */
export const moveMoney = (
  dispute: Dispute,
  report: DisputeReport,
  env: Env,
): Effects & { readonly patch: DisputePatch } => {
  const { id, amount, fee } = dispute;
  const changes: Change[] = [];
  const isTaken = report.isWithdrawn && dispute.withdrawnAt === null;
  const isBack = report.isReinstated && dispute.reinstatedAt === null;
  const more = subtract(report.fee, fee);
  if (isTaken) changes.push({ type: 'post', entry: postDispute(id, amount, env.today) });
  if (isBack) changes.push({ type: 'post', entry: postDisputeReturned(id, amount, env.today) });
  if (more.minor > 0n) changes.push({ type: 'post', entry: postDisputeFee(id, report.fee, more, env.today) });
  if (more.minor < 0n) {
    const less = subtract(fee, report.fee);
    changes.push({ type: 'post', entry: postDisputeFeeReturned(id, report.fee, less, env.today) });
  }
  return {
    changes,
    events: isBack ? [{ type: 'dispute.funds_reinstated', data: about(dispute) }] : [],
    patch: {
      ...(isTaken ? { isWithdrawn: true } : {}),
      ...(isBack ? { isReinstated: true } : {}),
      ...(more.minor === 0n ? {} : { fee: report.fee }),
    },
  };
};

/** What the claim loses: as much as its allocations are more than what is left of the payment. Credit goes first. */
const takeOffClaim = (state: PaymentCase, payment: CasePayment, dispute: Dispute, env: Env) => {
  const left = notBelowZero(subtract(keptOf(payment), dispute.amount));
  return takeBack(state, payment.id, notBelowZero(subtract(payment.allocated, left)), env);
};

/** The bank has decided. A claim that has lost its money is open again; whether it is pursued or given up, a person says. */
export const decide = (
  state: PaymentCase,
  payment: CasePayment,
  dispute: Dispute,
  to: DisputeState,
  env: Env,
): Effects => {
  const over = answeredTasks(state, dispute.id);
  if (to !== 'LOST') return { changes: over, events: [{ type: 'dispute.won', data: about(dispute) }] };
  const reason = dispute.kind === 'DEBIT_RETURN' ? 'PAYMENT_RETURNED' : 'DISPUTE_LOST';
  return {
    changes: [
      ...over,
      ...takeOffClaim(state, payment, dispute, env),
      exceptionTask(reason, env, { detail: dispute.reason }),
    ],
    events: [{ type: 'dispute.lost', data: about(dispute) }],
  };
};
