import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { PayoutDesk } from '@zahlwerk/domain/payouts/payout-rules';
import { loadOrganization } from '../workflow/load/load-organization.ts';
import { findUnsettledDisputes } from './unsettled-disputes.ts';
import { findUnsettledRefunds } from './unsettled-refunds.ts';

/** What adds to a proposal, or takes from it, before it is written down. */
export interface ReleasedItem {
  readonly kind: 'PAYMENT' | 'REFUND' | 'DISPUTE';
  readonly sourceRef: string;
  readonly paymentId: string;
  readonly refundId: string | null;
  readonly disputeId: string | null;
  readonly caseId: string | null;
  readonly currency: string;
  readonly grossMinor: bigint;
  readonly feeMinor: bigint;
  readonly netMinor: bigint;
}

/** Released payments of one provider account in one currency, less what has gone back: what one payout can carry. */
export interface ReleasedMoney {
  readonly currency: string;
  readonly providerAccountId: string | null;
  readonly items: readonly ReleasedItem[];
  readonly grossMinor: bigint;
  readonly feeMinor: bigint;
  readonly netMinor: bigint;
}

type ReleasedPayment = Awaited<ReturnType<typeof findReleased>>[number];

/**
 * Money of closed cases that no payout carries, oldest first; what a failed payout carried is free again. A payment of
 * which some is about to go back waits until that is over.
 */
const findReleased = (
  tx: TenantTransaction,
  organizationId: string,
  availableOn: Prisma.DateTimeNullableFilter,
) =>
  tx.payment.findMany({
    where: {
      organizationId,
      source: 'PROVIDER',
      paymentCase: { releasedAt: { not: null } },
      availableOn,
      payoutItems: { none: { kind: 'PAYMENT', returned: false } },
      refunds: { none: { state: { in: ['REQUESTED', 'APPROVED', 'SENT', 'UNKNOWN'] } } },
    },
    orderBy: [{ bookedAt: 'asc' }, { id: 'asc' }],
  });

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, minor) => sum + minor, 0n);

const toItem = (payment: ReleasedPayment): ReleasedItem => ({
  kind: 'PAYMENT',
  sourceRef: payment.balanceRef ?? payment.id,
  paymentId: payment.id,
  refundId: null,
  disputeId: null,
  caseId: payment.caseId,
  currency: payment.currency,
  grossMinor: payment.amountMinor,
  feeMinor: payment.feeMinor,
  netMinor: payment.amountMinor - payment.feeMinor,
});

/** What a proposal would carry now; null when nothing is left that has been released and can be paid out by `today`. */
export const collectReleased = async (
  tx: TenantTransaction,
  organizationId: string,
  today: string,
): Promise<ReleasedMoney | null> => {
  const released = await findReleased(tx, organizationId, { lte: dayToDate(today) });
  const [first] = released;
  if (!first) return null;
  const { currency, providerAccountId } = first;
  const payments = released
    .filter((payment) => payment.currency === currency && payment.providerAccountId === providerAccountId)
    .map(toItem);
  const from = { currency, providerAccountId, paymentIds: payments.map(({ paymentId }) => paymentId) };
  const items = [
    ...payments,
    ...(await findUnsettledRefunds(tx, organizationId, from)),
    ...(await findUnsettledDisputes(tx, organizationId, from)),
  ];
  const grossMinor = total(items.map((item) => item.grossMinor));
  const feeMinor = total(items.map((item) => item.feeMinor));
  const netMinor = grossMinor - feeMinor;
  return netMinor > 0n ? { currency, providerAccountId, items, grossMinor, feeMinor, netMinor } : null;
};

/** Released money that the provider cannot pay out yet, and the first day on which it can pay out some of it. */
export const collectLater = async (
  tx: TenantTransaction,
  organizationId: string,
  today: string,
): Promise<{ readonly netMinor: bigint; readonly from: Date | null }> => {
  const later = await findReleased(tx, organizationId, { gt: dayToDate(today) });
  const days = later.flatMap(({ availableOn }) => availableOn ?? []);
  const [from = null] = days.sort((a, b) => a.getTime() - b.getTime());
  return { netMinor: total(later.map(({ amountMinor, feeMinor }) => amountMinor - feeMinor)), from };
};

/** How the business pays out, and who works there. */
export const loadPayoutDesk = async (tx: TenantTransaction, organizationId: string): Promise<PayoutDesk> => {
  const { members } = await loadOrganization(tx, organizationId);
  const { payoutMode } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { payoutMode: true },
  });
  return { mode: payoutMode, members };
};
