import { dayToDate } from '@zahlwerk/db/calendar-day';
import { requireDocument } from './known-document.ts';
import { actorColumns, type Writer } from './writer.ts';

/** Money that has arrived; `(source, sourceRef)` is unique, so the same evidence is never money twice. */
export const bookPayment: Writer<'book-payment'> = async (saving, { payment }) => {
  const { tx, organizationId, state, env } = saving;
  const { amount, valueOn, vouched, fee, ...columns } = payment;
  const attempt = payment.attemptId
    ? await tx.paymentAttempt.findUniqueOrThrow({
        where: { organizationId_id: { organizationId, id: payment.attemptId } },
      })
    : null;
  if (payment.documentId) await requireDocument(saving, payment.documentId);
  const kind = payment.evidence.split(':')[1];
  await tx.payment.create({
    data: {
      ...columns,
      organizationId,
      customerId: state.customer.id,
      caseId: state.id,
      methodType: attempt?.methodType ?? null,
      providerAccountId: attempt?.providerAccountId ?? null,
      feeMinor: fee?.amount.minor ?? 0n,
      balanceRef: fee?.balanceRef ?? null,
      availableOn: fee ? dayToDate(fee.availableOn) : null,
      receiptKind: kind === 'BANK_TRANSFER' || kind === 'CARD_TERMINAL' ? kind : null,
      currency: amount.currency,
      amountMinor: amount.minor,
      valueOn: dayToDate(valueOn),
      bookedAt: env.now,
      ...(vouched ? actorColumns('vouchedBy', saving) : {}),
    },
  });
  // The provider may pay a debit out before its bank has answered: now the payout learns whose money it carries.
  if (fee)
    await tx.payoutItem.updateMany({
      where: { organizationId, sourceRef: fee.balanceRef, paymentId: null },
      data: { paymentId: payment.id, caseId: state.id },
    });
};

export const allocate: Writer<'allocate'> = (saving, { id, paymentId, amount }) => {
  const { tx, organizationId, state, env } = saving;
  return tx.allocation.create({
    data: {
      organizationId,
      id,
      paymentId,
      caseId: state.id,
      currency: amount.currency,
      amountMinor: amount.minor,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};

/** The counter-entry of an allocation: the money is the customer's credit again. */
export const takeBack: Writer<'take-back'> = (saving, { id, reverses, paymentId, amount }) => {
  const { tx, organizationId, state, env } = saving;
  return tx.allocation.create({
    data: {
      organizationId,
      id,
      paymentId,
      caseId: state.id,
      currency: amount.currency,
      amountMinor: -amount.minor,
      reversesId: reverses,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};

export const adjust: Writer<'adjust'> = (saving, { id, kind, amount, reason, approvalId }) => {
  const { tx, organizationId, state, env } = saving;
  return tx.adjustment.create({
    data: {
      organizationId,
      id,
      caseId: state.id,
      kind,
      currency: amount.currency,
      amountMinor: amount.minor,
      reason,
      approvalId,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};
