import type { ProviderAccount } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { EVENTS } from '../organizations/connect-provider.ts';
import type { Ports } from '../ports.ts';
import { type DeliveredEvent, toDeliveredEvent } from '../stripe/delivered-event.ts';
import { keepEvents } from '../stripe/keep-events.ts';
import { isAway } from '../stripe/provider-error.ts';
import { type NextTime, takeDueAccounts } from './take-due-accounts.ts';

const MINUTE = 60_000;
/** Where events come in by themselves, a sweep only finds those that were lost; elsewhere it is the only way. */
const PAUSE = { told: 5 * MINUTE, onlyAsked: MINUTE };
/** Seconds that an event may be listed later than one that was created after it. */
const OVERLAP = 600;
const PAGE = 100;

const FOLLOWED: ReadonlySet<string> = new Set(EVENTS);

/**
 * Asks the provider which events it has made since the last sweep and takes those into the inbox that were not
 * delivered: a delivery can be lost, and a desk that the provider cannot reach gets none.
 */
export const sweepDueEvents = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const account of await takeDueAccounts(ports, organizationId, 'sweepAt', nextSweep)) {
    try {
      await sweep(ports, account);
    } catch (error) {
      ports.log.warn({ err: error, account: account.id }, 'the provider could not be asked for its events');
      if (isAway(error)) return;
    }
  }
};

const nextSweep: NextTime = ({ webhookSecret }, { now }) =>
  new Date(now.getTime() + (webhookSecret ? PAUSE.told : PAUSE.onlyAsked));

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

const sweep = async (ports: Ports, row: ProviderAccount): Promise<void> => {
  const { organizationId, id } = row;
  const account = await ports.stripe.open(organizationId, id);
  const since = secondsOf(row.sweptUntil ?? row.createdAt) - OVERLAP;
  let newest = row.sweptUntil;
  let page: DeliveredEvent[] = [];
  const keep = async (): Promise<void> => {
    if (page.length === 0) return;
    const missed = await keepEvents(ports, { organizationId, account }, page);
    if (missed > 0) ports.log.info({ account: id, missed }, 'events came in by being asked for');
    page = [];
  };
  for await (const listed of account.stripe.events.list({ created: { gte: since }, limit: PAGE })) {
    const event = toDeliveredEvent(listed);
    if (!event) continue;
    if (!newest || event.occurredAt > newest) newest = event.occurredAt;
    if (FOLLOWED.has(event.type)) page.push(event);
    if (page.length === PAGE) await keep();
  }
  await keep();
  // Only now: a sweep that was broken off begins again where this one began.
  await withTenant(ports.db, organizationId, (tx) =>
    tx.providerAccount.update({
      where: { organizationId_id: { organizationId, id } },
      data: { sweptUntil: newest },
    }),
  );
};
