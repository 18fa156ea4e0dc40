import type { Ports } from '../ports.ts';
import { type OpenAccount, ProviderNotConnected } from './accounts.ts';
import { readEvent } from './delivered-event.ts';
import { keepEvents } from './keep-events.ts';

/** A delivery as it came in: the raw body, because the signature is over its very bytes. */
export interface Delivery {
  readonly organizationId: string;
  readonly providerAccountId: string;
  readonly body: string;
  readonly signature: string;
}

/** What the endpoint answers: 200 only after the commit, 400 for what is not Stripe's, 503 when it should come again. */
export type Answer = 200 | 400 | 404 | 503;

export interface Inbox {
  readonly ports: Ports;
  /** Real time in milliseconds: signatures do not follow business time (rule 22). */
  readonly clock: () => number;
}

/** Seconds a signature may be old, or ahead of our clock; the SDK itself only refuses old ones. */
const TOLERANCE = 300;

/** Verifies with every active secret, so that rotating one loses nothing. */
const isSigned = (
  { stripe, webhookSecrets }: OpenAccount,
  { body, signature }: Delivery,
  now: number,
): boolean => {
  const timestamp = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]);
  if (!(Math.abs(now / 1000 - timestamp) <= TOLERANCE)) return false;
  return webhookSecrets.some((secret) => {
    try {
      return stripe.webhooks.signature?.verifyHeader(body, signature, secret, TOLERANCE) ?? false;
    } catch {
      // Another active secret may have signed it.
      return false;
    }
  });
};

/** Takes a delivery into the inbox together with its job; the same event a second time is a success that changes nothing. */
export const receive = async (inbox: Inbox, delivery: Delivery): Promise<Answer> => {
  let account: OpenAccount;
  try {
    account = await inbox.ports.stripe.open(delivery.organizationId, delivery.providerAccountId);
  } catch (error) {
    return error instanceof ProviderNotConnected ? 404 : 503;
  }
  const event = isSigned(account, delivery, inbox.clock()) ? readEvent(delivery.body) : null;
  if (!event) return 400;
  try {
    await keepEvents(inbox.ports, { organizationId: delivery.organizationId, account }, [event]);
    return 200;
  } catch (error) {
    inbox.ports.log.error({ err: error, eventId: event.id }, 'A provider event could not be stored');
    return 503;
  }
};
