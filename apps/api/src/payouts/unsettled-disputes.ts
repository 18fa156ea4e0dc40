import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { holdsMoney } from '@zahlwerk/domain/payments/dispute-edges';
import type { ReleasedItem } from './released-money.ts';
import { type Drawn, ofCarriedPayments } from './unsettled-refunds.ts';

const total = (items: readonly { readonly grossMinor: bigint; readonly feeMinor: bigint }[]) => ({
  gross: items.reduce((sum, { grossMinor }) => sum + grossMinor, 0n),
  fee: items.reduce((sum, { feeMinor }) => sum + feeMinor, 0n),
});

/**
 * What banks have taken back of payments that this proposal carries or an earlier payout has carried, with the fees of
 * the provider, as far as no payout has been lowered by it yet. A dispute that was won after that gives it back.
 */
export const findUnsettledDisputes = async (
  tx: TenantTransaction,
  organizationId: string,
  drawn: Drawn,
): Promise<readonly ReleasedItem[]> => {
  const { currency } = drawn;
  const disputes = await tx.dispute.findMany({
    where: { organizationId, currency, withdrawnAt: { not: null }, payment: ofCarriedPayments(drawn) },
    include: { payoutItems: { where: { returned: false } } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  return disputes.flatMap((dispute): ReleasedItem[] => {
    const before = total(dispute.payoutItems);
    const isGone = dispute.state === 'LOST' || holdsMoney(dispute);
    const grossMinor = (isGone ? -dispute.amountMinor : 0n) - before.gross;
    const feeMinor = dispute.feeMinor - before.fee;
    if (grossMinor === 0n && feeMinor === 0n) return [];
    return [
      {
        kind: 'DISPUTE',
        sourceRef: dispute.providerRef,
        paymentId: dispute.paymentId,
        refundId: null,
        disputeId: dispute.id,
        caseId: dispute.caseId,
        currency,
        grossMinor,
        feeMinor,
        netMinor: grossMinor - feeMinor,
      },
    ];
  });
};
