import { decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { PaymentCase, Refund } from '../workflow/payment-case.ts';
import { refuseByRole } from '../workflow/permissions.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { succeed } from './refund-effects.ts';

export interface RecordRefundTransfer {
  readonly refundId: string;
  /** What the bank statement calls the transfer. */
  readonly reference: string;
}

/** Approved refunds of money that did not come over the provider: a person transfers them. */
export const toTransfer = (state: PaymentCase): readonly Refund[] =>
  state.refunds.filter(
    (refund) =>
      refund.state === 'APPROVED' &&
      state.payments.some(({ id, source }) => id === refund.paymentId && source !== 'PROVIDER'),
  );

export const refuseRecordTransfer = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  refuseByRole(state, env.actor, 'RECORD_REFUND_TRANSFER') ??
  (toTransfer(state).length > 0 ? null : { code: 'REFUND_UNKNOWN' });

/** Records that somebody has transferred a refund from the business's own account, with the reference it bears. */
export const recordRefundTransfer = (
  state: PaymentCase,
  { refundId, reference }: RecordRefundTransfer,
  env: Env,
): Outcome => {
  const refusal = refuseRecordTransfer(state, env);
  if (refusal) return { ok: false, refusal };
  const refund = toTransfer(state).find(({ id }) => id === refundId);
  const payment = state.payments.find(({ id }) => id === refund?.paymentId);
  if (!refund || !payment) return refused('REFUND_UNKNOWN');
  const done = succeed(state, refund, payment, env);
  const isLast = toTransfer(state).length === 1;
  return decided(
    [
      { type: 'update-refund', id: refund.id, patch: { transferReference: reference } },
      ...done.changes,
      ...state.tasks
        .filter(({ reason, state: task }) => isLast && reason === 'REFUND_TO_TRANSFER' && task !== 'DONE')
        .map(({ id }) => ({ type: 'finish-task', id }) as const),
    ],
    done.events,
  );
};
