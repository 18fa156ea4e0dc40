import { type Money, money } from '@zahlwerk/domain/money/money';
import type { DisputeReport } from '@zahlwerk/domain/payments/apply-dispute';
import type { DisputeState } from '@zahlwerk/domain/workflow/payment-case';
import type Stripe from 'stripe';
import { currencyOf } from '../workflow/load/columns.ts';

/** What the provider's word on a dispute comes to, without the payment that only we know. */
export type DisputeWord = Omit<DisputeReport, 'paymentId'>;

const isTaken = ({ status, balance_transactions: moved }: Stripe.Dispute): boolean =>
  moved.some(({ amount }) => amount < 0) || ['needs_response', 'under_review', 'lost'].includes(status);

/** What is prevented was settled with the bank before it became a dispute, at our cost or at nobody's. */
const stateOf = (dispute: Stripe.Dispute): DisputeState => {
  switch (dispute.status) {
    case 'won':
    case 'warning_closed':
      return 'WON';
    case 'lost':
      return 'LOST';
    case 'prevented':
      return isTaken(dispute) ? 'LOST' : 'WON';
    default:
      return 'OPEN';
  }
};

const ANSWERABLE: ReadonlySet<string> = new Set(['needs_response', 'warning_needs_response']);

/** Whether the provider takes an answer; it takes one. */
export const isAnswerableAt = ({ status }: Stripe.Dispute): boolean => ANSWERABLE.has(status);

/** The fee of a withdrawal, less what a reversal has given back of it. */
const feeOf = ({ balance_transactions: moved }: Stripe.Dispute, currency: Money['currency']): Money => {
  const fee = moved.reduce((total, transaction) => total + transaction.fee, 0);
  return money(BigInt(Math.max(fee, 0)), currency);
};

/** Translates a dispute of the provider into what the rules understand. */
export const reportDispute = (dispute: Stripe.Dispute): DisputeWord => {
  const currency = currencyOf(dispute.currency.toUpperCase());
  const dueBy = dispute.evidence_details.due_by;
  const state = stateOf(dispute);
  return {
    providerRef: dispute.id,
    amount: money(BigInt(dispute.amount), currency),
    state,
    reason: dispute.reason,
    isWithdrawn: isTaken(dispute),
    isReinstated: state === 'WON' && dispute.balance_transactions.some(({ amount }) => amount > 0),
    fee: feeOf(dispute, currency),
    dueBy: dueBy === null ? null : new Date(dueBy * 1000),
    needsResponse: isAnswerableAt(dispute),
  };
};

/** A file as it is uploaded for the bank. */
export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Uploads a file for the bank and returns the provider's id of it; the key makes a second try the first one. */
export const uploadEvidence = async (
  stripe: Stripe,
  { name, mediaType, bytes }: Upload,
  idempotencyKey: string,
): Promise<string> => {
  const file = { data: Buffer.from(bytes), name, type: mediaType };
  return (await stripe.files.create({ purpose: 'dispute_evidence', file }, { idempotencyKey })).id;
};
