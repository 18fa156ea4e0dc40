import type { KnownProviderAccount } from '@zahlwerk/db/system';
import Stripe from 'stripe';
import type { Ports } from '../ports.ts';
import { readEvent } from './delivered-event.ts';
import { keepEvents } from './keep-events.ts';

/** A delivery as it came in: the raw body, because the signature is over its very bytes. */
export interface Delivery {
  /** Whose address it came to. */
  readonly account: KnownProviderAccount;
  readonly body: string;
  readonly signature: string;
}

/** What the endpoint answers: 200 only after the commit, 400 for what is not Stripe's, 503 when it should come again. */
export type Answer = 200 | 400 | 503;

export interface Inbox {
  readonly ports: Ports;
  /** Real time in milliseconds: signatures do not follow business time (rule 22). */
  readonly clock: () => number;
}

/** Seconds a signature may be old, or ahead of our clock; the SDK itself only refuses old ones. */
const TOLERANCE = 300;

/** Verifies with every active secret, so that rotating one loses nothing. */
const isSigned = (secrets: readonly string[], { body, signature }: Delivery, now: number): boolean => {
  const timestamp = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]);
  if (!(Math.abs(now / 1000 - timestamp) <= TOLERANCE)) return false;
  return secrets.some((secret) => {
    try {
      return Stripe.webhooks.signature?.verifyHeader(body, signature, secret, TOLERANCE) ?? false;
    } catch {
      // Another active secret may have signed it.
      return false;
    }
  });
};

/** Takes a delivery into the inbox together with its job; the same event a second time is a success that changes nothing. */
export const receive = async ({ ports, clock }: Inbox, delivery: Delivery): Promise<Answer> => {
  const { account, body } = delivery;
  const secrets = account.webhookSecret ? ports.box.open(account.webhookSecret).split('\n') : [];
  const event = isSigned(secrets, delivery, clock()) ? readEvent(body) : null;
  if (!event) return 400;
  try {
    await keepEvents(ports, { organizationId: account.organizationId, account }, [event]);
    return 200;
  } catch (error) {
    ports.log.error({ err: error, eventId: event.id }, 'A provider event could not be stored');
    return 503;
  }
};
