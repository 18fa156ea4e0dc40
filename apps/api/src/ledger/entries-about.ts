import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { beginningsAbout, sourcesAbout } from '@zahlwerk/domain/ledger/origin';

/** The entries about a payment; none for one that is not there. */
export const entriesAbout = async (
  tx: TenantTransaction,
  organizationId: string,
  id: string,
): Promise<Prisma.JournalEntryWhereInput> => {
  const ids = { select: { id: true } } as const;
  const payment = await tx.payment.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: {
      bankTransactionId: true,
      balanceRef: true,
      allocations: ids,
      refunds: ids,
      disputes: ids,
    },
  });
  if (!payment) return { id: { in: [] } };
  const sources = sourcesAbout({
    id,
    bankTransactionId: payment.bankTransactionId,
    feeRef: payment.balanceRef,
    allocationIds: payment.allocations.map((one) => one.id),
    refundIds: payment.refunds.map((one) => one.id),
  });
  const beginnings = beginningsAbout(payment.disputes.map((one) => one.id));
  return {
    OR: [
      { source: { in: [...sources] } },
      ...beginnings.flatMap((start) => [{ source: start }, { source: { startsWith: `${start}:` } }]),
    ],
  };
};
