import { Resend, type WebhookEventPayload } from 'resend';
import { isUuid } from '../graphql/ids.ts';
import type { ReportedDelivery } from '../notifications/apply-delivery.ts';

/** A delivery as it came in: the raw body, because the signature is over its very bytes. */
export interface SignedBody {
  readonly body: string;
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** The tag by which a mail is recognized when its delivery is reported, also if the answer to its sending was lost. */
export const MESSAGE_TAG = 'message';
export const tagOf = (organizationId: string, messageId: string): string => `${organizationId}_${messageId}`;

type Told = Pick<ReportedDelivery, 'report' | 'reason'>;

/** The kinds of events that say something about a delivery; clicks and openings are nobody's business. */
const toldBy = (event: WebhookEventPayload): Told | null => {
  switch (event.type) {
    case 'email.delivered':
      return { report: 'DELIVERED', reason: null };
    case 'email.bounced':
      return { report: 'BOUNCED', reason: event.data.bounce.message };
    case 'email.suppressed':
      return { report: 'BOUNCED', reason: event.data.suppressed.message };
    case 'email.failed':
      return { report: 'FAILED', reason: event.data.failed.reason };
    default:
      return null;
  }
};

/** Verifies with the SDK. Throws for what Resend has not signed; null for what is about no message of ours. */
export const readDelivery = (
  { apiKey, webhookSecret }: { readonly apiKey: string; readonly webhookSecret: string },
  { body, id, timestamp, signature }: SignedBody,
): ReportedDelivery | null => {
  const headers = { id, timestamp, signature };
  const event = new Resend(apiKey).webhooks.verify({ payload: body, headers, webhookSecret });
  const told = toldBy(event);
  if (!told) return null;
  const tags = 'tags' in event.data ? event.data.tags : undefined;
  const [organizationId = '', messageId = ''] = String(
    (tags as Record<string, unknown>)?.[MESSAGE_TAG],
  ).split('_');
  return isUuid(organizationId) && isUuid(messageId) ? { organizationId, messageId, ...told } : null;
};
