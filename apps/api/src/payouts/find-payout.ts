import type { Payout } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type Stripe from 'stripe';
import { isUuid } from '../graphql/ids.ts';

/** Lets one after the other write payouts of this business: two at once would both find a payout missing, or money free. */
export const lockPayouts = (tx: TenantTransaction, organizationId: string): Promise<unknown> =>
  tx.$queryRaw`
    SELECT id FROM provider_account WHERE organization_id = ${organizationId}::uuid ORDER BY id FOR NO KEY UPDATE`;

/**
 * The payout that the provider speaks of: by its own reference, or, when the provider is faster than its answer to us,
 * by our id that went along with the order.
 */
export const findPayout = async (
  tx: TenantTransaction,
  account: { readonly organizationId: string; readonly providerAccountId: string },
  { id: providerRef, metadata }: Stripe.Payout,
): Promise<Payout | null> => {
  const { organizationId, providerAccountId } = account;
  const known = await tx.payout.findFirst({ where: { organizationId, providerRef } });
  const ownId = metadata?.payoutId;
  if (known || !ownId || !isUuid(ownId)) return known;
  const ordered = await tx.payout.findFirst({
    where: { organizationId, id: ownId, providerAccountId, state: 'RELEASED', providerRef: null },
  });
  if (!ordered) return null;
  return tx.payout.update({
    where: { organizationId_id: { organizationId, id: ordered.id } },
    data: { providerRef },
  });
};
