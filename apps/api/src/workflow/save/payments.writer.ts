import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Money } from '@zahlwerk/domain/money/money';
import { NotFound } from '../../graphql/errors.ts';
import { refusalError } from '../refused.ts';
import { requireDocument } from './known-document.ts';
import { actorColumns, type Saving, type Writer } from './writer.ts';

/** A credit is given away once: whoever comes second at the same time sees what is left. */
const requireRest = async (
  { tx, organizationId }: Saving,
  bankTransactionId: string,
  amount: Money,
): Promise<void> => {
  await tx.$queryRaw`SELECT 1 FROM bank_transaction
    WHERE organization_id = ${organizationId}::uuid AND id = ${bankTransactionId}::uuid FOR NO KEY UPDATE`;
  const movement = await tx.bankTransaction.findUnique({
    where: { organizationId_id: { organizationId, id: bankTransactionId } },
    include: { payments: { where: { unassignedAt: null }, select: { amountMinor: true } } },
  });
  if (!movement) throw new NotFound('BankTransaction', ['input', 'transactionId']);
  const given = movement.payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  if (movement.direction !== 'CREDIT' || given + amount.minor > movement.amountMinor)
    throw refusalError({ code: 'CREDIT_GIVEN_AWAY' });
};

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
  if (payment.bankTransactionId) await requireRest(saving, payment.bankTransactionId, amount);
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

/** A receipt that was registered by hand learns which movement of the bank it is; it is booked already. */
export const mergePayment: Writer<'merge-payment'> = async (saving, { paymentId, bankTransactionId }) => {
  const { tx, organizationId, state } = saving;
  const receipt = state.payments.find(({ id }) => id === paymentId);
  if (receipt) await requireRest(saving, bankTransactionId, receipt.amount);
  return tx.payment.update({
    where: { organizationId_id: { organizationId, id: paymentId } },
    data: { bankTransactionId, mergedRef: bankTransactionId },
  });
};

/** A credit that was given to the wrong customer: the row stays and says so, the movement may be given away once more. */
export const unassignPayment: Writer<'unassign-payment'> = (saving, { paymentId, reason }) => {
  const { tx, organizationId, env } = saving;
  return tx.payment.update({
    where: { organizationId_id: { organizationId, id: paymentId } },
    data: { unassignedAt: env.now, unassignReason: reason, ...actorColumns('unassignedBy', saving) },
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
export const takeBack: Writer<'take-back'> = (saving, { id, reverses, paymentId, amount, reason }) => {
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
      reason: reason ?? null,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};

export const adjust: Writer<'adjust'> = (saving, change) => {
  const { id, kind, amount, reason, approvalId, allocationId = null, reverses = null } = change;
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
      allocationId,
      reversesId: reverses,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};
