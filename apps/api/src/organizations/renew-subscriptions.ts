import { findSubscribedAccounts, withSystem } from '@zahlwerk/db/system';
import type Stripe from 'stripe';
import type { Ports } from '../ports.ts';
import { addressFor, EVENTS } from './connect-provider.ts';

/** The queue that brings up to date what the provider tells us by itself about one account. */
export const RENEW_SUBSCRIPTION = 'renew-subscription';

/** Has every account looked after that was connected before: a newer desk may want events that an older one did not. */
export const renewSubscriptions = ({ systemDb, jobs }: Pick<Ports, 'systemDb' | 'jobs'>): Promise<void> =>
  withSystem(systemDb, async (tx) => {
    for (const { organizationId, id } of await findSubscribedAccounts(tx))
      await jobs.enqueue(
        tx,
        RENEW_SUBSCRIPTION,
        { organizationId, providerAccountId: id },
        { singletonKey: id },
      );
  });

/** Adds the events that are missing at the provider's address of ours; what somebody has added there stays. */
export const renewSubscription = async (
  ports: Pick<Ports, 'stripe' | 'publicUrl'>,
  organizationId: string,
  providerAccountId: string,
): Promise<void> => {
  const { stripe } = await ports.stripe.open(organizationId, providerAccountId);
  const ours = addressFor(ports, providerAccountId);
  for await (const { id, url, enabled_events: enabled } of stripe.webhookEndpoints.list({ limit: 100 })) {
    if (url !== ours || enabled.includes('*') || EVENTS.every((event) => enabled.includes(event))) continue;
    const wanted = [
      ...new Set<string>([...enabled, ...EVENTS]),
    ] as Stripe.WebhookEndpointUpdateParams.EnabledEvent[];
    await stripe.webhookEndpoints.update(id, { enabled_events: wanted });
  }
};
