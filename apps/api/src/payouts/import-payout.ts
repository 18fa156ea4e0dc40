import { dayToDate } from '@zahlwerk/db/calendar-day';
import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { nextNumber } from '@zahlwerk/db/numbers';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { postPayout } from '@zahlwerk/domain/ledger/postings';
import { money } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import type Stripe from 'stripe';
import type { Applied } from '../payments/apply-intent.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchPayout, type PayoutReport } from '../stripe/payouts.ts';
import { currencyOf } from '../workflow/load/to-payment-case.ts';
import { postEntry } from '../workflow/save/journal.writer.ts';

import type { Workshop } from '../workflow/workshop.ts';

export interface PayoutRef {
  readonly organizationId: string;
  readonly providerAccountId: string;
  readonly payoutRef: string;
  readonly cause: string;
}

/** How the provider's status of a payout reads here. */
const STATE = {
  pending: 'SENT',
  in_transit: 'SENT',
  paid: 'PAID',
  failed: 'FAILED',
  canceled: 'FAILED',
} as const;

const stateOf = (payout: Stripe.Payout) => STATE[payout.status as keyof typeof STATE] ?? 'SENT';

/**
 * The provider has sent its balance to the bank: the payout is explained by its balance transactions, linked to the
 * cases whose money it is, and posted once it has arrived (rule 15).
 */
export const importPayout = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  ref: PayoutRef,
): Promise<Applied> => {
  const { organizationId } = ref;
  const { stripe } = await accounts.open(organizationId, ref.providerAccountId);
  const report = await fetchPayout(stripe, ref.payoutRef);
  const changed = await withTenant(workshop.database, organizationId, (tx) =>
    save(tx, workshop, ref, report),
  );
  if (changed) workshop.ring(organizationId);
  return 'APPLIED';
};

const save = async (
  tx: TenantTransaction,
  workshop: Workshop,
  ref: PayoutRef,
  { payout, items }: PayoutReport,
): Promise<boolean> => {
  const { organizationId } = ref;
  const { now, today } = await businessTime(tx, organizationId);
  const state = stateOf(payout);
  const known = await lockPayout(tx, organizationId, payout.id);
  if (known && (known.state === state || known.state === 'FAILED')) return false;
  const id = known?.id ?? (await insert(tx, workshop, ref, { payout, items }, { now, today }));
  await tx.payout.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state,
      paidAt: state === 'PAID' ? now : null,
      failureCode: payout.failure_code,
      failureMessage: payout.failure_message,
      version: { increment: 1 },
    },
  });
  const env = { actor: SYSTEM, now, today, newId: workshop.newId };
  if (state === 'PAID') {
    const net = money(BigInt(payout.amount), currencyOf(payout.currency.toUpperCase()));
    await postEntry({ tx, organizationId, env }, postPayout(id, net, today), {
      caseId: null,
      customerId: null,
    });
  }
  const types: EventType[] = [
    ...(known ? [] : (['payout.created'] as const)),
    ...(state === 'PAID' ? (['payout.paid'] as const) : []),
    ...(state === 'FAILED' ? (['payout.failed'] as const) : []),
  ];
  if (types.length === 0) return false;
  await appendEvents(
    tx,
    organizationId,
    types.map((type) => ({
      stream: 'payout',
      streamId: id,
      type,
      at: now,
      actor: SYSTEM,
      cause: ref.cause,
      caseId: null,
      data: { payoutId: id, minor: payout.amount.toString() },
      reason: null,
    })),
  );
  return true;
};

const lockPayout = async (tx: TenantTransaction, organizationId: string, providerRef: string) => {
  const [row] = await tx.$queryRaw<{ id: string; state: string }[]>`
    SELECT id, state::text FROM payout
    WHERE organization_id = ${organizationId}::uuid AND provider_ref = ${providerRef}
    FOR UPDATE`;
  return row;
};

const insert = async (
  tx: TenantTransaction,
  workshop: Workshop,
  { organizationId, providerAccountId }: PayoutRef,
  { payout, items }: PayoutReport,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<string> => {
  const id = workshop.newId();
  const fee = items.reduce((total, item) => total + item.fee, 0n);
  const net = BigInt(payout.amount);
  const payments = await tx.payment.findMany({
    where: { organizationId, sourceRef: { in: items.flatMap(({ chargeRef }) => chargeRef ?? []) } },
  });
  const currency = payout.currency.toUpperCase();
  await tx.payout.create({
    data: {
      organizationId,
      id,
      number: await nextNumber(tx, organizationId, 'payout', today),
      providerAccountId,
      mode: payout.automatic ? 'AUTOMATIC' : 'MANUAL',
      state: 'SENT',
      currency,
      grossMinor: net + fee,
      feeMinor: fee,
      netMinor: net,
      providerRef: payout.id,
      proposedByKind: 'SYSTEM',
      proposedAt: now,
      sentAt: now,
      arrivalOn: dayToDate(new Date(payout.arrival_date * 1000).toISOString().slice(0, 10)),
    },
  });
  await tx.payoutItem.createMany({
    data: items.map((item) => {
      const payment = payments.find(({ sourceRef }) => sourceRef === item.chargeRef);
      return {
        organizationId,
        id: workshop.newId(),
        payoutId: id,
        kind: item.kind,
        sourceRef: item.ref,
        paymentId: payment?.id ?? null,
        caseId: payment?.caseId ?? null,
        currency,
        grossMinor: item.gross,
        feeMinor: item.fee,
        netMinor: item.net,
        description: item.description,
      };
    }),
  });
  return id;
};
