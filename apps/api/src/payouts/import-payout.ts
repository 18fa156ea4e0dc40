import { dayToDate } from '@zahlwerk/db/calendar-day';
import { appendEvents } from '@zahlwerk/db/events';
import type { Payout } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { nextNumber } from '@zahlwerk/db/numbers';
import { withTenant } from '@zahlwerk/db/tenant';
import type Stripe from 'stripe';
import type { Applied } from '../payments/apply-intent.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchPayout, type PayoutReport } from '../stripe/payouts.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { explainPayout } from './explain-payout.ts';
import { findPayout, lockPayouts } from './find-payout.ts';
import { movePayout, type PayoutEnv, payoutEvent } from './move-payout.ts';
import { mayMove, payoutStateOf } from './payout-state.ts';

export interface PayoutRef {
  readonly organizationId: string;
  readonly providerAccountId: string;
  readonly payoutRef: string;
  readonly cause: string;
}

/**
 * Asks the provider how a payout stands and writes down what is new: that it is on its way, what it consists of, that
 * it has arrived or came back. Told twice, or late, it changes nothing.
 */
export const importPayout = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  ref: PayoutRef,
): Promise<Applied> => {
  const { organizationId } = ref;
  const { stripe } = await accounts.open(organizationId, ref.providerAccountId);
  const report = await fetchPayout(stripe, ref.payoutRef);
  const changed = await withTenant(workshop.database, organizationId, async (tx) => {
    await lockPayouts(tx, organizationId);
    const time = await businessTime(tx, organizationId);
    return save({ tx, ...time, newId: workshop.newId, cause: ref.cause }, ref, report);
  });
  if (changed) workshop.ring(organizationId);
  return 'APPLIED';
};

const save = async (
  env: PayoutEnv,
  ref: PayoutRef,
  { payout: told, items }: PayoutReport,
): Promise<boolean> => {
  const known = await findPayout(env.tx, ref, told);
  const payout = known ?? (await insert(env, ref, told));
  const explained = items !== null && (await explainPayout(env, payout, items));
  const state = payoutStateOf(told.status);
  const moves = mayMove(payout.state, state);
  if (moves) await movePayout(env, payout, { state, failure: failureOf(told) });
  return !known || explained || moves;
};

const failureOf = ({ failure_code: code, failure_message: message }: Stripe.Payout) => ({ code, message });

/** A payout that was not ordered here: the provider's schedule made it, or somebody in the provider's own panel. */
const insert = async (
  env: PayoutEnv,
  { organizationId, providerAccountId }: PayoutRef,
  told: Stripe.Payout,
): Promise<Payout> => {
  const { tx, now, today, newId } = env;
  const net = BigInt(told.amount);
  const payout = await tx.payout.create({
    data: {
      organizationId,
      id: newId(),
      number: await nextNumber(tx, organizationId, 'payout', today),
      providerAccountId,
      mode: told.automatic ? 'AUTOMATIC' : 'MANUAL',
      state: 'SENT',
      currency: told.currency.toUpperCase(),
      // What it costs is known once the provider has said what it consists of.
      grossMinor: net,
      feeMinor: 0n,
      netMinor: net,
      providerRef: told.id,
      proposedByKind: 'SYSTEM',
      proposedAt: now,
      sentAt: now,
      arrivalOn: dayToDate(new Date(told.arrival_date * 1000).toISOString().slice(0, 10)),
    },
  });
  await appendEvents(tx, organizationId, [payoutEvent(env, payout, 'payout.created')]);
  return payout;
};
