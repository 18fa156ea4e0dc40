import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import type { ConnectedDesk } from './a-connected-desk.ts';
import { queryAll } from './rows.ts';

/** An event as the provider would send it about an object of this id; fields can be replaced. */
export const anEvent = (
  objectId: string,
  deviation: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> & { readonly id: string } => ({
  id: `evt_${randomUUID().replaceAll('-', '')}`,
  object: 'event',
  api_version: '2026-10-28.endive',
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  type: 'payment_intent.succeeded',
  data: { object: { id: objectId, object: 'payment_intent' } },
  ...deviation,
});

interface Signing {
  readonly secret?: string;
  /** Unix seconds. */
  readonly timestamp?: number;
  /** What is sent instead of the body that was signed. */
  readonly tampered?: (body: string) => string;
}

/** Sends an event to the address of the desk's account, signed as the provider signs; gives back the answer's status. */
export const deliver = async (
  { url, account }: ConnectedDesk,
  event: Readonly<Record<string, unknown>> | string,
  { secret = account.webhookSecret, timestamp, tampered = (body) => body }: Signing = {},
): Promise<number> => {
  const payload = typeof event === 'string' ? event : JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    ...(timestamp ? { timestamp } : {}),
  });
  const response = await fetch(`${url}/webhooks/stripe/${account.id}`, {
    method: 'POST',
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    body: tampered(payload),
  });
  return response.status;
};

export interface InboxRow {
  readonly id: string;
  readonly type: string;
  readonly state: 'NEW' | 'DONE' | 'QUARANTINED';
  readonly error: string | null;
  readonly event_id: string;
  readonly object_id: string | null;
}

/** What the provider has told, in the order in which it came in. */
export const readInbox = ({ database }: ConnectedDesk): Promise<readonly InboxRow[]> =>
  queryAll<InboxRow>(
    database,
    'SELECT id, type, state, error, event_id, object_id FROM webhook_inbox ORDER BY received_at, id',
  );
