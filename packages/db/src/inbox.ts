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
 * in the same transaction. What was told before, in whichever way, is left as it is. Written out, because Prisma compiles
 * a statement for many rows anew each time.
 */
export const receiveEvents = async (
  tx: SystemTransaction,
  events: readonly InboxEvent[],
): Promise<readonly string[]> => {
  const kept = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO webhook_inbox (id, organization_id, provider, account, live_mode, event_id, type, object_id, api_version,
      payload, state, occurred_at)
    SELECT id, "organizationId", provider, account, "liveMode", "eventId", type, "objectId", "apiVersion",
      payload, 'NEW', "occurredAt"
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS event(
      id uuid, "organizationId" uuid, provider payment_provider, account text, "liveMode" boolean, "eventId" text,
      type text, "objectId" text, "apiVersion" text, payload jsonb, "occurredAt" timestamptz)
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return kept.map(({ id }) => id);
};
