import { equals, type Money } from '../money/money.ts';
import { type Change, decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { CasePayment, PaymentCase, Refund, RefundState } from '../workflow/payment-case.ts';
import { mayMoveRefund } from './refund-edges.ts';
import { fail, succeed } from './refund-effects.ts';
import { leftOf, mostRefundable } from './refundable.ts';
import { clearedTasks, unclearTasks } from './unclear-outcome.ts';

/** What the provider says about a refund right now; pending is SENT, and no answer is UNKNOWN. */
export interface RefundReport {
  /** Null for one that was made at the provider, past this desk. */
  readonly refundId: string | null;
  readonly paymentId: string;
  readonly providerRef: string | null;
  readonly amount: Money;
  readonly state: Extract<RefundState, 'SENT' | 'UNKNOWN' | 'SUCCEEDED' | 'FAILED'>;
  readonly failure: { readonly code: string; readonly message: string | null } | null;
}

/**
 * The refund that a report is about: by the provider's id, else by ours. One that bears our id beside another one of the
 * provider's is a second refund: its money is gone as well.
 */
const find = ({ refunds }: PaymentCase, { refundId, providerRef }: RefundReport): Refund | undefined =>
  refunds.find((one) => providerRef !== null && one.providerRef === providerRef) ??
  refunds.find(({ id, providerRef: named }) => id === refundId && (!named || !providerRef));

/** Money that somebody has sent back at the provider, past this desk, is gone all the same; a person looks at it. */
const adopt = (state: PaymentCase, report: RefundReport, payment: CasePayment, env: Env): Refund => ({
  id: env.newId(),
  paymentId: payment.id,
  amount: report.amount,
  effect:
    mostRefundable(state, payment, 'FROM_CREDIT').minor >= report.amount.minor
      ? 'FROM_CREDIT'
      : 'CLAIM_STAYS_OPEN',
  reason: 'AT_PROVIDER',
  state: 'SENT',
  approvalId: null,
  providerRef: report.providerRef,
  failure: null,
  succeededAt: null,
  finishedAt: null,
  requestedBy: env.actor,
  requestedAt: env.now,
  transferredBy: null,
});

/** True when the report speaks of another payment or amount than was asked for: it must be quarantined. */
const contradicts = (refund: Refund, { paymentId, amount }: RefundReport): boolean =>
  refund.paymentId !== paymentId || !equals(refund.amount, amount);

const mayBeAdopted = (state: PaymentCase, { amount }: RefundReport, payment: CasePayment): boolean =>
  payment.source === 'PROVIDER' &&
  amount.currency === payment.amount.currency &&
  amount.minor > 0n &&
  amount.minor <= leftOf(state, payment).minor;

const UNNAMED = { code: 'unknown', message: null };

const move = (
  state: PaymentCase,
  refund: Refund,
  payment: CasePayment,
  report: RefundReport,
  env: Env,
): Pick<Extract<Outcome, { ok: true }>, 'changes' | 'events'> => {
  if (refund.state === 'UNKNOWN' && report.state === 'UNKNOWN')
    return decided(unclearTasks(state, refund.requestedAt, env), []);
  if (!mayMoveRefund(refund.state, report.state)) return decided([], []);
  switch (report.state) {
    case 'SUCCEEDED':
      return succeed(state, refund, payment, env);
    case 'FAILED':
      return fail(state, refund, payment, report.failure ?? UNNAMED, env);
    case 'UNKNOWN':
      return {
        changes: [{ type: 'update-refund', id: refund.id, patch: { state: 'UNKNOWN' } }],
        events: [{ type: 'refund.unclear', data: { refundId: refund.id } }],
      };
    case 'SENT':
      return {
        changes: [{ type: 'update-refund', id: refund.id, patch: { state: 'SENT' } }],
        events: [{ type: 'refund.sent', data: { refundId: refund.id } }],
      };
  }
};

/** Applies the provider's report along the edge table; what it says twice changes nothing the second time. */
export const applyRefund = (state: PaymentCase, report: RefundReport, env: Env): Outcome => {
  const payment = state.payments.find(({ id }) => id === report.paymentId);
  if (!payment) return refused('PAYMENT_UNKNOWN');
  const known = find(state, report);
  if (!known && report.state === 'FAILED') return decided([], []);
  const refund = known ?? adopt(state, report, payment, env);
  if (known ? contradicts(known, report) : !mayBeAdopted(state, report, payment))
    return refused('AMOUNT_DIFFERS', { detail: report.providerRef ?? refund.id });
  const adopted: readonly Change[] = known
    ? []
    : [{ type: 'add-refund', refund }, exceptionTask('REFUND_AT_PROVIDER', env)];
  const named: readonly Change[] =
    known && report.providerRef && !known.providerRef
      ? [{ type: 'update-refund', id: known.id, patch: { providerRef: report.providerRef } }]
      : [];
  const moved = move(state, refund, payment, report, env);
  const cleared = refund.state === 'UNKNOWN' && report.state !== 'UNKNOWN' ? clearedTasks(state, refund) : [];
  return decided(
    [...adopted, ...named, ...moved.changes, ...cleared],
    known ? moved.events : [{ type: 'refund.sent', data: { refundId: refund.id } }, ...moved.events],
  );
};
