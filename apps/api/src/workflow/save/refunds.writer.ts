import { askAboutRefundAt } from '@zahlwerk/domain/payments/ask-again';
import type { PaymentCase, RefundState } from '@zahlwerk/domain/workflow/payment-case';
import { actorColumns, type Writer } from './writer.ts';

const isByProvider = ({ payments }: PaymentCase, paymentId: string): boolean =>
  payments.some(({ id, source }) => id === paymentId && source === 'PROVIDER');

/** When to ask about a refund that has just moved there. */
const checkAt = (state: PaymentCase, id: string, to: RefundState, now: Date): Date | null => {
  const refund = state.refunds.find((one) => one.id === id);
  const requestedAt = refund?.requestedAt ?? now;
  return askAboutRefundAt({ state: to, requestedAt }, isByProvider(state, refund?.paymentId ?? ''), now);
};

/**
 * The recorded intent: its own id is the provider's idempotency key, what will be sent with it is frozen here. The
 * database locks the payment and refuses more than it has (rule 14).
 */
export const addRefund: Writer<'add-refund'> = async (saving, { refund }) => {
  const { tx, organizationId, state, env } = saving;
  const { id, paymentId, amount, effect, reason, approvalId, providerRef } = refund;
  const payment = await tx.payment.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: paymentId } },
  });
  await tx.refund.create({
    data: {
      organizationId,
      id,
      paymentId,
      effect,
      reason,
      approvalId,
      providerRef,
      state: refund.state,
      caseId: state.id,
      currency: amount.currency,
      amountMinor: amount.minor,
      providerKey: id,
      ...(payment.source === 'PROVIDER'
        ? { parameters: { charge: payment.sourceRef, amount: amount.minor.toString() } }
        : {}),
      requestedAt: env.now,
      checkAt: askAboutRefundAt(
        { state: refund.state, requestedAt: env.now },
        isByProvider(state, paymentId),
        env.now,
      ),
      ...actorColumns('requestedBy', saving),
    },
  });
};

export const updateRefund: Writer<'update-refund'> = (saving, { id, patch }) => {
  const { tx, organizationId, env, state: before } = saving;
  const { state, failure, ...columns } = patch;
  const isFinished = state === 'SUCCEEDED' || state === 'FAILED' || state === 'REFUSED';
  return tx.refund.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      ...columns,
      ...(state ? { state, checkAt: checkAt(before, id, state, env.now) } : {}),
      ...(patch.transferReference ? actorColumns('transferredBy', saving) : {}),
      ...(state === 'SENT' ? { sentAt: env.now } : {}),
      ...(state === 'SUCCEEDED' ? { succeededAt: env.now } : {}),
      ...(isFinished ? { finishedAt: env.now } : {}),
      ...(failure ? { failureCode: failure.code, failureMessage: failure.message } : {}),
    },
  });
};
