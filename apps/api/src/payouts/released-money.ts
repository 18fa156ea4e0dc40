import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { PayoutDesk } from '@zahlwerk/domain/payouts/payout-rules';
import { loadOrganization } from '../workflow/load/load-organization.ts';

/** Released payments of one provider account in one currency: what one payout can carry. */
export interface ReleasedMoney {
  readonly currency: string;
  readonly providerAccountId: string | null;
  readonly payments: readonly ReleasedPayment[];
  readonly grossMinor: bigint;
  readonly feeMinor: bigint;
  readonly netMinor: bigint;
}

type ReleasedPayment = Awaited<ReturnType<typeof findReleased>>[number];

/** Money of closed cases that no payout carries, oldest first; what a failed payout carried is free again. */
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
      payoutItems: { none: { returned: false } },
    },
    orderBy: [{ bookedAt: 'asc' }, { id: 'asc' }],
  });

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, minor) => sum + minor, 0n);

/** What a proposal would carry now; null when nothing has been released that the provider can pay out by `today`. */
export const collectReleased = async (
  tx: TenantTransaction,
  organizationId: string,
  today: string,
): Promise<ReleasedMoney | null> => {
  const released = await findReleased(tx, organizationId, { lte: dayToDate(today) });
  const [first] = released;
  if (!first) return null;
  const { currency, providerAccountId } = first;
  const payments = released.filter(
    (payment) => payment.currency === currency && payment.providerAccountId === providerAccountId,
  );
  const grossMinor = total(payments.map(({ amountMinor }) => amountMinor));
  const feeMinor = total(payments.map((payment) => payment.feeMinor));
  return { currency, providerAccountId, payments, grossMinor, feeMinor, netMinor: grossMinor - feeMinor };
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
