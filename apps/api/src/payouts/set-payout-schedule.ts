import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';

/** What the provider does by itself. Back on its own schedule it pays out daily. */
const INTERVAL = { MANUAL: 'manual', AUTOMATIC: 'daily' } as const;

/**
 * Tells the provider of every connected account whether it pays out by itself: as long as it does, nothing would be
 * left for a payout by hand.
 */
export const setPayoutSchedule = async ({ db, stripe }: Ports, organizationId: string): Promise<void> => {
  const { payoutMode, providerAccounts } = await withTenant(db, organizationId, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { payoutMode: true, providerAccounts: { where: { disabledAt: null }, select: { id: true } } },
    }),
  );
  for (const { id } of providerAccounts) {
    const account = await stripe.open(organizationId, id);
    await account.stripe.balanceSettings.update({
      payments: { payouts: { schedule: { interval: INTERVAL[payoutMode] } } },
    });
  }
};
