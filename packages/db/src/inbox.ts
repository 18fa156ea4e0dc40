import type { Prisma } from '../generated/client.ts';
import type { SystemTransaction } from './system.ts';

export type InboxEvent = Pick<
  Prisma.WebhookInboxUncheckedCreateInput,
  | 'organizationId'
  | 'provider'
  | 'account'
  | 'liveMode'
  | 'eventId'
  | 'type'
  | 'objectId'
  | 'apiVersion'
  | 'payload'
> & { readonly id: string; readonly occurredAt: Date };

/**
 * Keeps provider events that are known to be the provider's. Gives back the ids of those that are new: enqueue their jobs
 * in the same transaction. What was told before, in whichever way, is left as it is.
 */
export const receiveEvents = async (
  tx: SystemTransaction,
  events: readonly InboxEvent[],
): Promise<readonly string[]> => {
  const kept = await tx.webhookInbox.createManyAndReturn({
    data: events.map((event) => ({ ...event, state: 'NEW' as const })),
    skipDuplicates: true,
    select: { id: true },
  });
  return kept.map(({ id }) => id);
};
