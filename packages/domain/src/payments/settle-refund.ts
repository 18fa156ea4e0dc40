import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { carryOut } from './request-refund.ts';

/** What the second person's decision does to the refund that waited for it. */
export const settleRefund = (state: PaymentCase, refundId: string, granted: boolean, env: Env): Outcome => {
  const refund = state.refunds.find(({ id }) => id === refundId);
  const payment = state.payments.find(({ id }) => id === refund?.paymentId);
  if (refund?.state !== 'REQUESTED' || !payment) return decided([], []);
  if (!granted)
    return decided(
      [{ type: 'update-refund', id: refundId, patch: { state: 'REFUSED' } }],
      [{ type: 'refund.refused', data: { refundId } }],
    );
  return decided(
    [
      { type: 'update-refund', id: refundId, patch: { state: 'APPROVED' } },
      ...carryOut(payment, refundId, env),
    ],
    [],
  );
};
