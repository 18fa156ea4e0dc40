import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { askSystem } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import type { AccountRow } from '../stripe/accounts.ts';
import { type ExceptionAbout, raiseException } from '../tasks/raise-exception.ts';

/** An event that has been told and not been applied yet. */
export interface InboxEvent {
  readonly id: string;
  readonly organizationId: string;
  readonly type: string;
  readonly eventId: string;
  readonly objectId: string | null;
  /** The PaymentIntent that the object is said to belong to. */
  readonly paymentRef: string | null;
  readonly providerAccount: AccountRow;
  readonly liveMode: boolean;
  /** It names another account than the one whose address it was sent to. */
  readonly isOfAnotherAccount: boolean;
}

const toldIn = (payload: unknown, key: 'account' | 'payment'): string | null => {
  const told = typeof payload === 'object' && payload !== null && key in payload && (payload as Told)[key];
  return told ? String(told) : null;
};

type Told = Readonly<Record<'account' | 'payment', unknown>>;

/** Which event of the inbox a job is about. */
export interface InboxRef {
  readonly organizationId: string;
  readonly inboxId: string;
}

/** Reads those events of the inbox that wait, by their ids, each with the account that it came from. */
export const openInbox = async (
  ports: Ports,
  refs: readonly InboxRef[],
): Promise<ReadonlyMap<string, InboxEvent>> => {
  const byOrganization = Map.groupBy(refs, ({ organizationId }) => organizationId);
  const opened = await Promise.all([...byOrganization].map(([id, ofIt]) => openOf(ports, id, ofIt)));
  return new Map(opened.flat().map((event) => [event.id, event]));
};

const openOf = (
  { db }: Ports,
  organizationId: string,
  refs: readonly InboxRef[],
): Promise<readonly InboxEvent[]> =>
  withTenant(db, organizationId, async (tx) => {
    const id = { in: refs.map(({ inboxId }) => inboxId) };
    const rows = await tx.webhookInbox.findMany({ where: { organizationId, id, state: 'NEW' } });
    if (rows.length === 0) return [];
    const accounts = await tx.providerAccount.findMany({ where: { organizationId } });
    return rows.flatMap((row) => {
      const providerAccount = accounts.find(({ externalId }) => externalId === row.account);
      const named = toldIn(row.payload, 'account');
      const isOfAnotherAccount = named !== null && named !== row.account;
      const paymentRef = toldIn(row.payload, 'payment');
      return providerAccount ? [{ ...row, providerAccount, isOfAnotherAccount, paymentRef }] : [];
    });
  });

export const markDone = async ({ systemDb }: Ports, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await askSystem(systemDb, (system) =>
    system.webhookInbox.updateMany({
      where: { id: { in: [...ids] }, state: 'NEW' },
      data: { state: 'DONE', doneAt: new Date(), attempts: { increment: 1 } },
    }),
  );
};

/** Sets an event aside that cannot be believed, with a task for people; nothing is posted. */
export const quarantine = async (ports: Ports, event: InboxEvent, reason: string): Promise<void> => {
  await withTenant(ports.db, event.organizationId, async (tx) => {
    const { count } = await tx.webhookInbox.updateMany({
      where: { id: event.id, state: 'NEW' },
      data: { state: 'QUARANTINED', error: reason, attempts: { increment: 1 } },
    });
    if (count === 0) return;
    const time = await businessTime(tx, event.organizationId);
    const raised = await raiseException(tx, ports.newId(), aboutEvent(event), time);
    await appendEvents(tx, event.organizationId, [raised]);
  });
  ports.doorbell.ring(event.organizationId);
};

const aboutEvent = ({ organizationId, id, type, objectId }: InboxEvent): ExceptionAbout => ({
  organizationId,
  reason: 'EVENT_QUARANTINED',
  subject: 'WEBHOOK',
  subjectId: id,
  detail: [type, objectId].filter(Boolean).join(' '),
});

/** An event that could not be applied in hours of trying is set aside, so that its money is not forgotten. */
export const giveUpEvent = async (ports: Ports, ref: InboxRef): Promise<void> => {
  const event = (await openInbox(ports, [ref])).get(ref.inboxId);
  if (event) await quarantine(ports, event, 'NOT_APPLIED');
};
