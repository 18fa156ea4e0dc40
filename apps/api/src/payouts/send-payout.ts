import type { Payout } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import { findOrdered, orderPayout } from '../stripe/payouts.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { lockPayouts } from './find-payout.ts';
import { importPayout } from './import-payout.ts';
import { movePayout } from './move-payout.ts';

interface Released extends Payout {
  readonly providerAccountId: string;
}

const readReleased = ({ db }: Ports, organizationId: string, id: string): Promise<Released | null> =>
  withTenant(db, organizationId, async (tx) => {
    const payout = await tx.payout.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id } },
    });
    const { state, providerAccountId } = payout;
    return state === 'RELEASED' && providerAccountId ? { ...payout, providerAccountId } : null;
  });

/**
 * Asks the provider to pay out a released proposal, with the proposal's id as the key, so that a lost answer leads to
 * no second payout; then follows its state. What the provider refuses has failed.
 */
export const sendPayout = async (ports: Ports, organizationId: string, payoutId: string): Promise<void> => {
  const payout = await readReleased(ports, organizationId, payoutId);
  if (!payout) return;
  const { stripe } = await ports.stripe.open(organizationId, payout.providerAccountId);
  const { netMinor: minor, currency } = payout;
  const ordered = await orderPayout(stripe, { organizationId, payoutId, minor, currency });
  await (ordered.ok ? follow(ports, payout, ordered.id) : fail(ports, payout, ordered));
};

/** A payout that could not be ordered in hours of trying: either the provider has made it after all, or it has failed. */
export const giveUpPayout = async (ports: Ports, organizationId: string, payoutId: string): Promise<void> => {
  const payout = await readReleased(ports, organizationId, payoutId);
  if (!payout) return;
  const { stripe } = await ports.stripe.open(organizationId, payout.providerAccountId);
  const since = payout.releasedAt ?? payout.proposedAt;
  const payoutRef = await findOrdered(stripe, { payoutId, since });
  const failure = { code: 'provider_unreachable', message: 'The payment provider did not answer.' };
  await (payoutRef ? follow(ports, payout, payoutRef) : fail(ports, payout, failure));
};

const follow = async (
  ports: Ports,
  { organizationId, providerAccountId }: Released,
  payoutRef: string,
): Promise<void> => {
  const ref = { organizationId, providerAccountId, payoutRef, cause: 'send-payout' };
  await importPayout(workshopOf(ports), ports.stripe, ref);
};

const fail = async (
  ports: Ports,
  { organizationId, id }: Released,
  { code, message }: { readonly code: string; readonly message: string },
): Promise<void> => {
  await withTenant(ports.db, organizationId, async (tx) => {
    await lockPayouts(tx, organizationId);
    const payout = await tx.payout.findFirst({ where: { organizationId, id, state: 'RELEASED' } });
    if (!payout) return;
    const time = await businessTime(tx, organizationId);
    const env = { tx, ...time, newId: ports.newId, cause: 'send-payout' };
    await movePayout(env, payout, { state: 'FAILED', failure: { code, message } });
  });
  workshopOf(ports).ring(organizationId);
};
