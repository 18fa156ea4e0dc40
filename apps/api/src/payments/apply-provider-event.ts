import type Stripe from 'stripe';
import { applySetup } from '../customers/apply-setup.ts';
import { importPayout } from '../payouts/import-payout.ts';
import type { Ports } from '../ports.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { isUnknownObject } from '../stripe/unknown-object.ts';
import { type Workshop, workshopOf } from '../workflow/workshop.ts';
import { applyCheckout } from './apply-checkout.ts';
import { applyDisputeOf } from './apply-dispute-event.ts';
import { type Applied, applyIntent } from './apply-intent.ts';
import { applyRefundOf } from './apply-refund-event.ts';
import type { Origin } from './find-payment.ts';
import { type InboxEvent, markDone, openInbox, quarantine } from './provider-inbox.ts';

interface Applying {
  readonly workshop: Workshop;
  readonly accounts: StripeAccounts;
  readonly event: InboxEvent;
  readonly objectId: string;
}

const stripeOf = async ({ accounts, event }: Applying): Promise<Stripe> =>
  (await accounts.open(event.organizationId, event.providerAccountId)).stripe;

const idOf = (reference: string | { readonly id: string } | null): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

/** Which object an event is about decides how it is applied; what the event itself claims is never believed. */
const byPrefix: Readonly<Record<string, (applying: Applying) => Promise<Applied>>> = {
  pi: (applying) => intent(applying, applying.objectId),
  ch: (applying) => charge(applying),
  // Charges of bank debits bear another name.
  py: (applying) => charge(applying),
  cs: async (applying) =>
    session(applying, await (await stripeOf(applying)).checkout.sessions.retrieve(applying.objectId)),
  re: (applying) => refund(applying),
  pyr: (applying) => refund(applying),
  du: (applying) => dispute(applying),
  // Older disputes bear another name.
  dp: (applying) => dispute(applying),
  po: ({ workshop, accounts, event, objectId }) =>
    importPayout(workshop, accounts, {
      organizationId: event.organizationId,
      providerAccountId: event.providerAccountId,
      payoutRef: objectId,
      cause: event.eventId,
    }),
};

const intent = ({ workshop, accounts, event }: Applying, intentId: string): Promise<Applied> =>
  applyIntent(workshop, accounts, {
    organizationId: event.organizationId,
    providerAccountId: event.providerAccountId,
    intentId,
    cause: event.eventId,
  });

const charge = async (applying: Applying): Promise<Applied> => {
  const stripe = await stripeOf(applying);
  const found = await stripe.charges.retrieve(applying.objectId);
  const intentId = idOf(found.payment_intent);
  if (!intentId) return 'NOT_OURS';
  const applied = await intent(applying, intentId);
  if (applied !== 'APPLIED' || found.amount_refunded === 0) return applied;
  const words: Applied[] = [];
  for await (const refund of stripe.refunds.list({ charge: found.id, limit: 100 }))
    words.push(await applyRefundOf(applying.workshop, originOf(applying), refund));
  return words.find((word) => word === 'CONTRADICTS') ?? 'APPLIED';
};

const originOf = ({ event }: Applying): Origin => ({
  organizationId: event.organizationId,
  providerAccountId: event.providerAccountId,
  cause: event.eventId,
});

const refund = async (applying: Applying): Promise<Applied> => {
  const found = await (await stripeOf(applying)).refunds.retrieve(applying.objectId);
  return applyRefundOf(applying.workshop, originOf(applying), found);
};

const dispute = async (applying: Applying): Promise<Applied> => {
  const found = await (await stripeOf(applying)).disputes.retrieve(applying.objectId);
  return applyDisputeOf(applying.workshop, originOf(applying), found);
};

const session = async (applying: Applying, checkout: Stripe.Checkout.Session): Promise<Applied> => {
  const { workshop, accounts, event } = applying;
  return checkout.mode === 'setup'
    ? applySetup(workshop, accounts, { organizationId: event.organizationId, row: event, checkout })
    : applyCheckout(workshop, accounts, originOf(applying), checkout);
};

/** Why an event is set aside; null once it is applied, or when it is about nothing that is followed here. */
const apply = async (ports: Ports, event: InboxEvent): Promise<string | null> => {
  const { objectId } = event;
  const { liveMode } = await ports.stripe.open(event.organizationId, event.providerAccountId);
  if (event.isOfAnotherAccount) return 'ACCOUNT_DIFFERS';
  if (event.liveMode !== liveMode) return 'MODE_DIFFERS';
  const applyOne = objectId ? byPrefix[objectId.split('_')[0] ?? ''] : undefined;
  if (!objectId || !applyOne) return null;
  try {
    const applying = { workshop: workshopOf(ports), accounts: ports.stripe, event, objectId };
    return (await applyOne(applying)) === 'CONTRADICTS' ? 'ATTEMPT_DIFFERS' : null;
  } catch (error) {
    if (isUnknownObject(error)) return 'OBJECT_UNKNOWN';
    throw error;
  }
};

/** Applies one event of the inbox; what contradicts the recorded attempt is set aside instead. */
export const applyProviderEvent = async (ports: Ports, inboxId: string): Promise<void> => {
  const event = await openInbox(ports, inboxId);
  if (!event) return;
  const reason = await apply(ports, event);
  await (reason ? quarantine(ports, event, reason) : markDone(ports, event));
};
