import { askAboutCaptureAt } from '@zahlwerk/domain/payments/ask-again';
import { isCaptureRunning } from '@zahlwerk/domain/payments/capture-edges';
import { actorColumns, type Writer } from './writer.ts';

/** The recorded intent: its own id is the provider's idempotency key, its amount is frozen here. */
export const addCapture: Writer<'add-capture'> = async (saving, { id, attemptId, amount }) => {
  const { tx, organizationId, state, env } = saving;
  await tx.capture.create({
    data: {
      organizationId,
      id,
      attemptId,
      caseId: state.id,
      currency: amount.currency,
      amountMinor: amount.minor,
      state: 'RECORDED',
      providerKey: id,
      requestedAt: env.now,
      checkAt: askAboutCaptureAt({ state: 'RECORDED', requestedAt: env.now }, env.now),
      ...actorColumns('requestedBy', saving),
    },
  });
};

export const updateCapture: Writer<'update-capture'> = (saving, { id, state: to, failure }) => {
  const { tx, organizationId, state, env } = saving;
  const requestedAt = state.captures.find((one) => one.id === id)?.requestedAt ?? env.now;
  return tx.capture.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state: to,
      checkAt: askAboutCaptureAt({ state: to, requestedAt }, env.now),
      ...(to === 'SENT' ? { sentAt: env.now } : {}),
      ...(isCaptureRunning({ state: to }) ? {} : { finishedAt: env.now }),
      ...(failure ? { failureCode: failure.code, failureMessage: failure.message } : {}),
    },
  });
};
