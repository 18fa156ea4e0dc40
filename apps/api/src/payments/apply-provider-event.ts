import { dayToDate } from '@zahlwerk/db/calendar-day';
import { businessTime } from '@zahlwerk/db/now';
import { findProviderAccounts, withSystem } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import type Stripe from 'stripe';
import { applySetup } from '../customers/apply-setup.ts';
import { importPayout } from '../payouts/import-payout.ts';
import type { Ports } from '../ports.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';

import { type Workshop, workshopOf } from '../workflow/workshop.ts';
import { type Applied, applyIntent, applyReport } from './apply-intent.ts';

interface InboxRow {
  readonly id: string;
  readonly type: string;
  readonly eventId: string;
  readonly objectId: string | null;
  readonly providerAccountId: string;
  readonly liveMode: boolean;
}

interface Applying {
  readonly workshop: Workshop;
  readonly accounts: StripeAccounts;
  readonly organizationId: string;
  readonly row: InboxRow;
  readonly objectId: string;
}

/** Which object an event is about decides how it is applied; what the event itself claims is never believed. */
const byPrefix: Readonly<Record<string, (applying: Applying) => Promise<Applied>>> = {
  pi: (applying) => intent(applying, applying.objectId),
  ch: async (applying) => {
    const { stripe } = await applying.accounts.open(applying.organizationId, applying.row.providerAccountId);
    const charge = await stripe.charges.retrieve(applying.objectId);
    const intentId =
      typeof charge.payment_intent === 'string' ? charge.payment_intent : charge.payment_intent?.id;
    return intentId ? intent(applying, intentId) : 'NOT_OURS';
  },
  cs: async (applying) => {
    const { stripe } = await applying.accounts.open(applying.organizationId, applying.row.providerAccountId);
    return session(applying, await stripe.checkout.sessions.retrieve(applying.objectId));
  },
  po: (applying) =>
    importPayout(applying.workshop, applying.accounts, {
      organizationId: applying.organizationId,
      providerAccountId: applying.row.providerAccountId,
      payoutRef: applying.objectId,
      cause: applying.row.eventId,
    }),
};

const intent = ({ workshop, accounts, organizationId, row }: Applying, intentId: string): Promise<Applied> =>
  applyIntent(workshop, accounts, {
    organizationId,
    providerAccountId: row.providerAccountId,
    intentId,
    cause: row.eventId,
  });

const session = async (applying: Applying, checkout: Stripe.Checkout.Session): Promise<Applied> => {
  const { workshop, accounts, organizationId, row } = applying;
  if (checkout.mode === 'setup') return applySetup(workshop, accounts, { organizationId, row, checkout });
  const intentId =
    typeof checkout.payment_intent === 'string' ? checkout.payment_intent : checkout.payment_intent?.id;
  if (intentId) return intent(applying, intentId);
  const { attemptId, caseId } = checkout.metadata ?? {};
  if (!attemptId || !caseId) return 'NOT_OURS';
  if (checkout.status !== 'expired') return 'APPLIED';
  const nothing = { providerRef: null, failure: null, initiation: null, verification: null, approval: null };
  const report = { attemptId, state: 'CANCELED' as const, ...nothing, settlement: null };
  await applyReport(workshop, organizationId, caseId, report, row.eventId);
  return 'APPLIED';
};

/** Applies one event of the inbox. Events of other kinds of objects are done at once: nobody here follows them. */
export const applyProviderEvent = async (
  ports: Ports,
  organizationId: string,
  inboxId: string,
): Promise<void> => {
  const accounts = ports.stripe;
  const workshop = workshopOf(ports);
  const row = await readInbox(ports, inboxId);
  if (!row) return;
  const apply = row.objectId ? byPrefix[row.objectId.split('_')[0] ?? ''] : undefined;
  const { liveMode } = await accounts.open(organizationId, row.providerAccountId);
  const applied: Applied =
    row.liveMode !== liveMode
      ? 'CONTRADICTS'
      : apply && row.objectId
        ? await apply({ workshop, accounts, organizationId, row, objectId: row.objectId })
        : 'NOT_OURS';
  await finish(ports, organizationId, row, applied);
};

const readInbox = (ports: Ports, id: string): Promise<InboxRow | null> =>
  withSystem(ports.systemDb, async (tx) => {
    const row = await tx.webhookInbox.findUnique({ where: { id } });
    if (row?.state !== 'NEW') return null;
    const accounts = await findProviderAccounts(tx, { externalId: row.account });
    const account = accounts.find((one) => one.organizationId === row.organizationId);
    return account ? { ...row, providerAccountId: account.id } : null;
  });

/** What contradicts the recorded attempt is set aside, with a task for people; nothing is posted. */
const finish = async (
  ports: Ports,
  organizationId: string,
  row: InboxRow,
  applied: Applied,
): Promise<void> => {
  const quarantined = applied === 'CONTRADICTS';
  if (quarantined) await raiseTask(ports, organizationId, row);
  await withSystem(ports.systemDb, (tx) =>
    tx.webhookInbox.update({
      where: { id: row.id },
      data: { state: quarantined ? 'QUARANTINED' : 'DONE', doneAt: new Date(), attempts: { increment: 1 } },
    }),
  );
};

const raiseTask = (ports: Ports, organizationId: string, row: InboxRow): Promise<unknown> =>
  withTenant(ports.db, organizationId, async (tx) => {
    const about = { organizationId, reason: 'EVENT_QUARANTINED', subjectId: row.id };
    if (await tx.task.findFirst({ where: about })) return;
    const { now, today } = await businessTime(tx, organizationId);
    await tx.task.create({
      data: {
        ...about,
        id: ports.newId(),
        kind: 'EXCEPTION',
        subject: 'WEBHOOK',
        detail: row.type,
        dueOn: dayToDate(today),
        state: 'OPEN',
        createdAt: now,
        createdByKind: 'SYSTEM',
      },
    });
  });
