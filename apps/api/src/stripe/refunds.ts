import { money } from '@zahlwerk/domain/money/money';
import type { RefundReport } from '@zahlwerk/domain/payments/apply-refund';
import type Stripe from 'stripe';
import { currencyOf } from '../workflow/load/columns.ts';

/** A recorded refund as it is sent: its own id is the key, the rest was frozen when it was asked for. */
export interface RefundOrder {
  readonly organizationId: string;
  readonly refundId: string;
  readonly caseId: string;
  readonly chargeRef: string;
  readonly minor: bigint;
}

/** What the provider's word on a refund comes to, without the payment that only we know. */
export type RefundWord = Omit<RefundReport, 'paymentId'>;

/**
 * A refund that the provider has already got from us; null when it has not. Looked for before it is sent again, because an
 * idempotency key is forgotten after a day and may for ever answer with the fault of its first use.
 */
export const findRefund = async (
  stripe: Stripe,
  { chargeRef, refundId }: Pick<RefundOrder, 'chargeRef' | 'refundId'>,
): Promise<Stripe.Refund | null> => {
  for await (const refund of stripe.refunds.list({ charge: chargeRef, limit: 100 }))
    if (refund.metadata?.refundId === refundId) return refund;
  return null;
};

export const createRefund = (stripe: Stripe, order: RefundOrder): Promise<Stripe.Refund> =>
  stripe.refunds.create(
    {
      charge: order.chargeRef,
      amount: Number(order.minor),
      reason: 'requested_by_customer',
      metadata: { organizationId: order.organizationId, caseId: order.caseId, refundId: order.refundId },
    },
    { idempotencyKey: order.refundId },
  );

/** What was reserved and never collected is given back without any money that moves: no refund of a payment. */
export const isRelease = (
  refund: Pick<Stripe.Refund, 'balance_transaction'>,
  { captured, amount, amount_captured: taken }: Stripe.Charge,
): boolean => !captured || (taken < amount && refund.balance_transaction === null);

const STATE = {
  pending: 'SENT',
  requires_action: 'SENT',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  canceled: 'FAILED',
} as const;

/** Translates a refund of the provider into what the rules understand. */
export const reportRefund = (refund: Stripe.Refund): RefundWord => {
  const state = STATE[refund.status as keyof typeof STATE] ?? 'SENT';
  return {
    refundId: refund.metadata?.refundId ?? null,
    providerRef: refund.id,
    amount: money(BigInt(refund.amount), currencyOf(refund.currency.toUpperCase())),
    state,
    failure: state === 'FAILED' ? { code: refund.failure_reason ?? 'unknown', message: null } : null,
  };
};
