import { Prisma } from '@zahlwerk/db/generated/client';
import { askAboutDisputeAt } from '@zahlwerk/domain/payments/ask-again';
import { actorColumns, type Writer } from './writer.ts';

/** What the provider reports for the first time; what has moved since follows as an update. */
export const addDispute: Writer<'add-dispute'> = ({ tx, organizationId, state, env }, { dispute }) => {
  const { amount, ...columns } = dispute;
  const opened = { state: 'OPEN', withdrawnAt: null, reinstatedAt: null, openedAt: env.now } as const;
  return tx.dispute.create({
    data: {
      ...columns,
      ...opened,
      organizationId,
      caseId: state.id,
      currency: amount.currency,
      amountMinor: amount.minor,
      checkAt: askAboutDisputeAt(opened, env.now),
    },
  });
};

export const updateDispute: Writer<'update-dispute'> = async (saving, { id, patch }) => {
  const { tx, organizationId, env } = saving;
  const { isWithdrawn, isReinstated, fee, state, ...columns } = patch;
  const where = { organizationId_id: { organizationId, id } };
  const after = await tx.dispute.update({
    where,
    data: {
      ...columns,
      ...(isWithdrawn ? { withdrawnAt: env.now } : {}),
      ...(isReinstated ? { reinstatedAt: env.now } : {}),
      ...(fee ? { feeMinor: fee.minor } : {}),
      ...(state ? { state, decidedAt: env.now } : {}),
    },
  });
  await tx.dispute.update({ where, data: { checkAt: askAboutDisputeAt(after, env.now) } });
};

/** The recorded intent: its own id is the provider's idempotency key, what will be sent with it is frozen here. */
export const recordResponse: Writer<'record-response'> = (saving, { id, disputeId, response }) => {
  const { tx, organizationId, env } = saving;
  const { kind, statement, files } = response;
  return tx.dispute.update({
    where: { organizationId_id: { organizationId, id: disputeId } },
    data: {
      responseId: id,
      responseKind: kind,
      responseState: 'RECORDED',
      responseText: statement,
      responseFiles: files.length > 0 ? files.map((file) => ({ ...file })) : Prisma.DbNull,
      responseAt: env.now,
      responseFailureCode: null,
      responseFailureMessage: null,
      ...actorColumns('responseBy', saving),
    },
  });
};

export const updateResponse: Writer<'update-response'> = (
  { tx, organizationId },
  { disputeId, state, failure },
) =>
  tx.dispute.update({
    where: { organizationId_id: { organizationId, id: disputeId } },
    data: {
      responseState: state,
      responseFailureCode: failure?.code ?? null,
      responseFailureMessage: failure?.message ?? null,
    },
  });
