import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Booked, Movement } from '@zahlwerk/domain/payments/reconcile';

interface Account {
  readonly organizationId: string;
  readonly id: string;
}

/** What the books say of the objects that these movements come from; each that came back counts in both directions. */
export const findBooked = async (
  tx: TenantTransaction,
  { organizationId, id: providerAccountId }: Account,
  movements: readonly Movement[],
): Promise<readonly Booked[]> => {
  const refs = { in: movements.flatMap(({ sourceRef }) => sourceRef ?? []) };
  const ofAccount = { payment: { providerAccountId } };
  const payments = await tx.payment.findMany({
    where: { organizationId, providerAccountId, source: 'PROVIDER', sourceRef: refs },
  });
  const refunds = await tx.refund.findMany({ where: { organizationId, providerRef: refs, ...ofAccount } });
  const disputes = await tx.dispute.findMany({ where: { organizationId, providerRef: refs, ...ofAccount } });
  const payouts = await tx.payout.findMany({
    where: { organizationId, providerAccountId, providerRef: refs },
  });
  return [
    ...payments.map(({ sourceRef, currency, amountMinor, feeMinor }) => ({
      ...{ sourceRef, currency, gross: amountMinor, fee: feeMinor },
    })),
    ...refunds.flatMap(({ state, ...refund }) => wentOut(refund, state === 'FAILED')),
    ...disputes.flatMap(({ withdrawnAt, reinstatedAt, ...dispute }) =>
      withdrawnAt ? wentOut(dispute, reinstatedAt !== null) : [],
    ),
    ...payouts.flatMap(({ netMinor, state, ...payout }) =>
      wentOut({ ...payout, amountMinor: netMinor }, state === 'FAILED'),
    ),
  ];
};

interface Out {
  readonly providerRef: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
}

const wentOut = ({ providerRef, currency, amountMinor }: Out, cameBack: boolean): readonly Booked[] => {
  const out = { sourceRef: providerRef ?? '', currency, gross: -amountMinor, fee: null };
  return cameBack ? [out, { ...out, gross: amountMinor }] : [out];
};
