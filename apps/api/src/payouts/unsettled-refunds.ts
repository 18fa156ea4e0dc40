import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { ReleasedItem } from './released-money.ts';

export interface Drawn {
  readonly currency: string;
  readonly providerAccountId: string | null;
  /** The payments that the same proposal carries. */
  readonly paymentIds: readonly string[];
}

const CARRIED = { returned: false };

/** Payments over the same account that the proposal carries, or that an earlier payout has carried. */
export const ofCarriedPayments = ({ providerAccountId, paymentIds }: Drawn) =>
  ({
    source: 'PROVIDER',
    providerAccountId,
    OR: [{ id: { in: [...paymentIds] } }, { payoutItems: { some: { kind: 'PAYMENT', ...CARRIED } } }],
  }) satisfies Prisma.PaymentWhereInput;

/**
 * What has gone back of payments that this proposal carries or an earlier payout has carried, and that no payout has been
 * lowered by yet: the provider has taken it from the balance. A refund that failed after that gives its amount back.
 */
export const findUnsettledRefunds = async (
  tx: TenantTransaction,
  organizationId: string,
  drawn: Drawn,
): Promise<readonly ReleasedItem[]> => {
  const { currency } = drawn;
  const refunds = await tx.refund.findMany({
    where: {
      organizationId,
      currency,
      payment: ofCarriedPayments(drawn),
      OR: [
        { state: 'SUCCEEDED', payoutItems: { none: CARRIED } },
        { state: 'FAILED', payoutItems: { some: CARRIED } },
      ],
    },
    include: { payoutItems: { where: CARRIED } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  });
  return refunds.flatMap((refund): ReleasedItem[] => {
    const before = refund.payoutItems.reduce((sum, { grossMinor }) => sum + grossMinor, 0n);
    const minor = (refund.state === 'SUCCEEDED' ? -refund.amountMinor : 0n) - before;
    if (minor === 0n) return [];
    return [
      {
        kind: 'REFUND',
        sourceRef: refund.providerRef ?? refund.id,
        paymentId: refund.paymentId,
        refundId: refund.id,
        disputeId: null,
        caseId: refund.caseId,
        currency,
        grossMinor: minor,
        feeMinor: 0n,
        netMinor: minor,
      },
    ];
  });
};
