import type { BatchOutcome } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { openingOnce } from '../stripe/accounts.ts';
import { isUnknownObject } from '../stripe/unknown-object.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyObject } from './apply-object.ts';
import type { Looks } from './look-at-payment.ts';
import { type InboxEvent, type InboxRef, markDone, openInbox, quarantine } from './provider-inbox.ts';

/** What the event itself claims is never believed: why it is to be set aside, or null. */
const apply = async (ports: Ports, event: InboxEvent, looks: Looks): Promise<string | null> => {
  const { objectId, paymentRef, providerAccount } = event;
  const accounts = openingOnce(ports.stripe, providerAccount);
  const { liveMode } = accounts.openRow(providerAccount);
  if (event.isOfAnotherAccount) return 'ACCOUNT_DIFFERS';
  if (event.liveMode !== liveMode) return 'MODE_DIFFERS';
  if (!objectId) return null;
  const { organizationId, eventId: cause } = event;
  const origin = { organizationId, providerAccountId: providerAccount.id, cause };
  try {
    const applying = { workshop: workshopOf(ports), accounts, origin, objectId, paymentRef, looks };
    return (await applyObject(applying)) === 'CONTRADICTS' ? 'ATTEMPT_DIFFERS' : null;
  } catch (error) {
    if (isUnknownObject(error)) return 'OBJECT_UNKNOWN';
    throw error;
  }
};

/** Applies an event; what contradicts the recorded attempt is set aside instead, with a task. True when it was applied. */
const applyOrSetAside = async (ports: Ports, event: InboxEvent, looks: Looks): Promise<boolean> => {
  const reason = await apply(ports, event, looks);
  if (reason) await quarantine(ports, event, reason);
  return reason === null;
};

/** Applies events of the inbox of one or several businesses, each by itself, and says what became of each. */
export const applyProviderEvents = async (ports: Ports, refs: readonly InboxRef[]): Promise<BatchOutcome> => {
  const events = await openInbox(ports, refs);
  const looks: Looks = new Map();
  const outcomes = await Promise.allSettled(
    refs.map(async ({ inboxId }) => {
      const event = events.get(inboxId);
      return event && (await applyOrSetAside(ports, event, looks)) ? event.id : null;
    }),
  );
  await markDone(
    ports,
    outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : [])),
  );
  return outcomes;
};
