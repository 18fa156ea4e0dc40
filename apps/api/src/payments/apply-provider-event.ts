import type { Ports } from '../ports.ts';
import { openingOnce } from '../stripe/accounts.ts';
import { isUnknownObject } from '../stripe/unknown-object.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyObject } from './apply-object.ts';
import { type InboxEvent, type InboxRef, markDone, openInbox, quarantine } from './provider-inbox.ts';

/** What the event itself claims is never believed: why it is to be set aside, or null. */
const apply = async (ports: Ports, event: InboxEvent): Promise<string | null> => {
  const { objectId, providerAccount } = event;
  const accounts = openingOnce(ports.stripe, providerAccount);
  const { liveMode } = accounts.openRow(providerAccount);
  if (event.isOfAnotherAccount) return 'ACCOUNT_DIFFERS';
  if (event.liveMode !== liveMode) return 'MODE_DIFFERS';
  if (!objectId) return null;
  const { organizationId, eventId: cause } = event;
  const origin = { organizationId, providerAccountId: providerAccount.id, cause };
  try {
    const applying = { workshop: workshopOf(ports), accounts, origin, objectId };
    return (await applyObject(applying)) === 'CONTRADICTS' ? 'ATTEMPT_DIFFERS' : null;
  } catch (error) {
    if (isUnknownObject(error)) return 'OBJECT_UNKNOWN';
    throw error;
  }
};

/** Applies one event of the inbox; what contradicts the recorded attempt is set aside instead. */
export const applyProviderEvent = async (ports: Ports, ref: InboxRef): Promise<void> => {
  const event = await openInbox(ports, ref);
  if (!event) return;
  const reason = await apply(ports, event);
  await (reason ? quarantine(ports, event, reason) : markDone(ports, event));
};
