import Stripe from 'stripe';
import { sourceRefOf } from './movements.ts';

/** One balance transaction of a payout, in minor units. */
export interface PayoutItemReport {
  readonly ref: string;
  readonly kind: 'PAYMENT' | 'REFUND' | 'DISPUTE' | 'FEE' | 'OTHER';
  /** The charge, the refund or the dispute that it comes from. */
  readonly sourceRef: string | null;
  readonly gross: bigint;
  readonly fee: bigint;
  readonly net: bigint;
  readonly description: string | null;
}

export interface PayoutReport {
  readonly payout: Stripe.Payout;
  /** Null while, or where, the provider does not say what it consists of. */
  readonly items: readonly PayoutItemReport[] | null;
}

const KIND: Readonly<Record<string, PayoutItemReport['kind']>> = {
  charge: 'PAYMENT',
  refund: 'REFUND',
  refund_failure: 'REFUND',
  dispute: 'DISPUTE',
  dispute_reversal: 'DISPUTE',
  fee: 'FEE',
};

const toItem = (transaction: Stripe.BalanceTransaction): PayoutItemReport => ({
  ref: transaction.id,
  kind: KIND[transaction.reporting_category] ?? 'OTHER',
  sourceRef: sourceRefOf(transaction),
  gross: BigInt(transaction.amount),
  fee: BigInt(transaction.fee),
  net: BigInt(transaction.net),
  description: transaction.description,
});

/** A payout with what it consists of: the provider itemizes automatic payouts, some time after it has made them. */
export const fetchPayout = async (stripe: Stripe, id: string): Promise<PayoutReport> => {
  const payout = await stripe.payouts.retrieve(id);
  if (payout.reconciliation_status !== 'completed') return { payout, items: null };
  const items: PayoutItemReport[] = [];
  for await (const transaction of stripe.balanceTransactions.list({ payout: id, limit: 100 }))
    if (transaction.type !== 'payout') items.push(toItem(transaction));
  return { payout, items };
};

/** A released proposal, as the provider is asked to send it; the proposal's id is the key. */
export interface PayoutOrder {
  readonly organizationId: string;
  readonly payoutId: string;
  readonly minor: bigint;
  readonly currency: string;
}

export type OrderedPayout =
  | { readonly ok: true; readonly id: string }
  /** The provider will not send it, however often it is asked. */
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Asks the provider to pay out. What it could not answer is thrown and asked again with the same key. */
export const orderPayout = async (stripe: Stripe, order: PayoutOrder): Promise<OrderedPayout> => {
  const { organizationId, payoutId, minor, currency } = order;
  try {
    const { id } = await stripe.payouts.create(
      {
        amount: Number(minor),
        currency: currency.toLowerCase(),
        metadata: { organizationId, payoutId },
      },
      { idempotencyKey: payoutId },
    );
    return { ok: true, id };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    return { ok: false, code: error.code ?? 'invalid_request', message: error.message };
  }
};

const CLOCKS_MAY_DIFFER_BY = 3_600;

/** The provider's payout of an order whose answer never came; null when the provider has made none. */
export const findOrdered = async (
  stripe: Stripe,
  { payoutId, since }: { readonly payoutId: string; readonly since: Date },
): Promise<string | null> => {
  const gte = Math.floor(since.getTime() / 1000) - CLOCKS_MAY_DIFFER_BY;
  for await (const { id, metadata } of stripe.payouts.list({ created: { gte }, limit: 100 }))
    if (metadata?.payoutId === payoutId) return id;
  return null;
};
