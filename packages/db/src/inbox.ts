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
 * Keeps a verified provider event. True when it is new: enqueue its job in the same transaction and answer 2xx after
 * the commit. False when it was delivered before: answer 2xx and do nothing.
 */
export const receiveEvent = async (tx: SystemTransaction, event: InboxEvent): Promise<boolean> => {
  const { count } = await tx.webhookInbox.createMany({
    data: [{ ...event, state: 'NEW' }],
    skipDuplicates: true,
  });
  return count === 1;
};
