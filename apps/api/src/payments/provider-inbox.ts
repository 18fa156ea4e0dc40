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
  readonly providerAccount: AccountRow;
  readonly liveMode: boolean;
  /** It names another account than the one whose address it was sent to. */
  readonly isOfAnotherAccount: boolean;
}

const accountIn = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'account' in payload && payload.account
    ? String(payload.account)
    : null;

/** Which event of the inbox a job is about. */
export interface InboxRef {
  readonly organizationId: string;
  readonly inboxId: string;
}

/** Reads an event of the inbox that waits, with the account that it came from; null once it is done with. */
export const openInbox = ({ db }: Ports, { organizationId, inboxId }: InboxRef): Promise<InboxEvent | null> =>
  withTenant(db, organizationId, async (tx) => {
    const row = await tx.webhookInbox.findUnique({ where: { id: inboxId } });
    if (row?.state !== 'NEW') return null;
    const { account: externalId } = row;
    const providerAccount = await tx.providerAccount.findFirst({ where: { organizationId, externalId } });
    const named = accountIn(row.payload);
    const isOfAnotherAccount = named !== null && named !== externalId;
    return providerAccount ? { ...row, providerAccount, isOfAnotherAccount } : null;
  });

export const markDone = ({ systemDb }: Ports, { id }: InboxEvent): Promise<unknown> =>
  askSystem(systemDb, (system) =>
    system.webhookInbox.updateMany({
      where: { id, state: 'NEW' },
      data: { state: 'DONE', doneAt: new Date(), attempts: { increment: 1 } },
    }),
  );

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
  const event = await openInbox(ports, ref);
  if (event) await quarantine(ports, event, 'NOT_APPLIED');
};
