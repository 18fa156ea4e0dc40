import { applyCashBalance } from '../customers/apply-cash-balance.ts';
import { applySetup } from '../customers/apply-setup.ts';
import { importPayout } from '../payouts/import-payout.ts';
import { intentAtReader, lookAtReader } from '../stripe/reader-payment.ts';
import { isRelease } from '../stripe/refunds.ts';
import { applyCheckout } from './apply-checkout.ts';
import { applyDisputeOf } from './apply-dispute-event.ts';
import type { Applied } from './apply-intent.ts';
import { applyRefundOf } from './apply-refund-event.ts';
import { type Applying, lookAtCharge, lookAtPayment, stripeOf } from './look-at-payment.ts';

/** Which object it is decides how it is applied. */
const byPrefix: Readonly<Record<string, (applying: Applying) => Promise<Applied>>> = {
  pi: (applying) => intent(applying, applying.objectId),
  ch: (applying) => charge(applying),
  // Charges of bank debits bear another name.
  py: (applying) => charge(applying),
  cs: (applying) => session(applying),
  re: (applying) => refund(applying),
  pyr: (applying) => refund(applying),
  du: (applying) => dispute(applying),
  // Older disputes bear another name.
  dp: (applying) => dispute(applying),
  tmr: (applying) => reader(applying),
  ccsbtxn: ({ workshop, accounts, origin }) => applyCashBalance(workshop, accounts, origin),
  po: ({ workshop, accounts, origin, objectId }) =>
    importPayout(workshop, accounts, { ...origin, payoutRef: objectId }),
};

const intent = async (applying: Applying, intentId: string): Promise<Applied> =>
  (await lookAtPayment(applying, intentId)).applied;

const charge = async (applying: Applying): Promise<Applied> => {
  const looked = await lookAtCharge(applying);
  if (!looked) return 'NOT_OURS';
  const { found, applied } = looked;
  if (applied !== 'APPLIED' || found.amount_refunded === 0 || !found.captured) return applied;
  const stripe = await stripeOf(applying);
  const words: Applied[] = [];
  for await (const refund of stripe.refunds.list({ charge: found.id, limit: 100 }))
    if (!isRelease(refund, found))
      words.push(await applyRefundOf(applying.workshop, applying.origin, refund));
  return words.find((word) => word === 'CONTRADICTS') ?? 'APPLIED';
};

const refund = async (applying: Applying): Promise<Applied> => {
  const found = await (await stripeOf(applying)).refunds.retrieve(applying.objectId, { expand: ['charge'] });
  const { charge: of } = found;
  if (of && typeof of !== 'string' && isRelease(found, of)) return 'NOT_OURS';
  return applyRefundOf(applying.workshop, applying.origin, found);
};

const dispute = async (applying: Applying): Promise<Applied> => {
  const found = await (await stripeOf(applying)).disputes.retrieve(applying.objectId);
  return applyDisputeOf(applying.workshop, applying.origin, found);
};

/** A reader says only which payment it was asked for; how that one stands is asked for, as ever. */
const reader = async (applying: Applying): Promise<Applied> => {
  const found = await lookAtReader(await stripeOf(applying), applying.objectId);
  const intentId = found && intentAtReader(found);
  return intentId ? intent(applying, intentId) : 'NOT_OURS';
};

/** A page that has led to a payment stands as that one does; asked for is a page that has not, or one for a payment method. */
const session = async (applying: Applying): Promise<Applied> => {
  const { workshop, accounts, origin, objectId, paymentRef } = applying;
  if (paymentRef) return intent(applying, paymentRef);
  const checkout = await (await stripeOf(applying)).checkout.sessions.retrieve(objectId);
  return checkout.mode === 'setup'
    ? applySetup(workshop, accounts, origin, checkout)
    : applyCheckout(workshop, accounts, origin, checkout);
};

/** Asks the provider for one of its objects and applies what it says; null for an object that nobody here follows. */
export const applyObject = async (applying: Applying): Promise<Applied | null> =>
  (await byPrefix[applying.objectId.split('_')[0] ?? '']?.(applying)) ?? null;
