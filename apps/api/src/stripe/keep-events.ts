import { receiveEvents } from '@zahlwerk/db/inbox';
import { withSystem } from '@zahlwerk/db/system';
import type { Ports } from '../ports.ts';
import type { OpenAccount } from './accounts.ts';
import type { DeliveredEvent } from './delivered-event.ts';

interface Account {
  readonly organizationId: string;
  readonly account: Pick<OpenAccount, 'externalId'>;
}

/**
 * Takes events of an account into the inbox, each new one together with its job; one that was told before changes
 * nothing. Gives back how many are new.
 */
export const keepEvents = async (
  { systemDb, jobs, newId }: Pick<Ports, 'systemDb' | 'jobs' | 'newId'>,
  { organizationId, account }: Account,
  events: readonly DeliveredEvent[],
): Promise<number> => {
  const fresh = await withSystem(systemDb, async (tx) => {
    const ids = await receiveEvents(
      tx,
      events.map(({ id: eventId, account: named, paymentRef: payment, ...event }) => ({
        ...event,
        id: newId(),
        organizationId,
        provider: 'STRIPE',
        account: account.externalId,
        eventId,
        payload: { id: eventId, type: event.type, object: event.objectId, payment, account: named },
      })),
    );
    for (const inboxId of ids) await jobs.enqueue(tx, 'apply-provider-event', { organizationId, inboxId });
    return ids.length;
  });
  if (fresh > 0) jobs.kick('apply-provider-event', fresh);
  return fresh;
};
