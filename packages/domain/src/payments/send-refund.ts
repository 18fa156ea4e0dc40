import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';

export interface SendRefund {
  readonly refundId: string;
}

/** Notes that the provider is being asked, before it is asked: whatever becomes of the answer, nobody asks for a second one. */
export const sendRefund = (state: PaymentCase, { refundId }: SendRefund, _env: Env): Outcome => {
  const refund = state.refunds.find(({ id }) => id === refundId);
  if (refund?.state !== 'APPROVED') return decided([], []);
  return decided(
    [{ type: 'update-refund', id: refundId, patch: { state: 'SENT' } }],
    [{ type: 'refund.sent', data: { refundId } }],
  );
};
