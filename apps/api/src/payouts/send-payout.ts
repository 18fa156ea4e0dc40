import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { importPayout } from './import-payout.ts';

/** Asks the provider to pay out a released proposal, with the proposal's id as the key, then follows its state. */
export const sendPayout = async (ports: Ports, organizationId: string, payoutId: string): Promise<void> => {
  const where = { organizationId_id: { organizationId, id: payoutId } };
  const payout = await withTenant(ports.db, organizationId, (tx) => tx.payout.findUniqueOrThrow({ where }));
  if (payout.state !== 'RELEASED' || !payout.providerAccountId) return;
  const { stripe } = await ports.stripe.open(organizationId, payout.providerAccountId);
  const sent = await stripe.payouts.create(
    {
      amount: Number(payout.netMinor),
      currency: payout.currency.toLowerCase(),
      metadata: { organizationId, payoutId },
    },
    { idempotencyKey: payoutId },
  );
  await withTenant(ports.db, organizationId, (tx) =>
    tx.payout.updateMany({
      where: { organizationId, id: payoutId, providerRef: null },
      data: { providerRef: sent.id },
    }),
  );
  await importPayout(workshopOf(ports), ports.stripe, {
    organizationId,
    providerAccountId: payout.providerAccountId,
    payoutRef: sent.id,
    cause: 'send-payout',
  });
};
