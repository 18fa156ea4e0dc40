import type { PaymentStatus } from '@zahlwerk/domain/workflow/money-track';
import { actorColumns, type Saving, type Writer } from './writer.ts';

const key = ({ organizationId, state }: Saving) => ({ organizationId_id: { organizationId, id: state.id } });

/** Closing releases the case's money for payout (rule 15). */
export const close: Writer<'close'> = (saving, { singleControl }) =>
  saving.tx.paymentCase.update({
    where: key(saving),
    data: {
      state: 'CLOSED',
      closedAt: saving.env.now,
      releasedAt: saving.env.now,
      closedSingleControl: singleControl,
      ...actorColumns('closedBy', saving),
    },
  });

/** A closed case whose claim is open again, or in doubt: its money is no longer released. */
export const reopen: Writer<'reopen'> = (saving) =>
  saving.tx.paymentCase.update({
    where: key(saving),
    data: {
      state: 'OPEN',
      closedAt: null,
      closedByKind: null,
      closedById: null,
      closedSingleControl: false,
      releasedAt: null,
    },
  });

/** Canceling takes the links of the case with it. */
export const cancel: Writer<'cancel'> = async (saving, { reason }) => {
  const { tx, organizationId, state, env } = saving;
  await tx.paymentCase.update({
    where: key(saving),
    data: {
      state: 'CANCELED',
      canceledAt: env.now,
      cancelReason: reason,
      ...actorColumns('canceledBy', saving),
    },
  });
  await tx.accessLink.updateMany({
    where: { organizationId, caseId: state.id, revokedAt: null },
    data: { revokedAt: env.now },
  });
};

/** The status that everybody is told; `transition` compares it with the derived one and logs the change. */
export const publishStatus: Writer<'publish-status'> = ({ tx, organizationId, state, env }, { status }) =>
  publish(tx, organizationId, state.id, status as PaymentStatus, env.now);

export const publish = async (
  tx: Saving['tx'],
  organizationId: string,
  caseId: string,
  status: PaymentStatus,
  now: Date,
): Promise<void> => {
  const { count } = await tx.publishedStatus.updateMany({
    where: { organizationId, caseId, status: { not: status } },
    data: { status, since: now },
  });
  if (count === 0)
    await tx.publishedStatus.createMany({
      data: { organizationId, caseId, status, since: now },
      skipDuplicates: true,
    });
};
