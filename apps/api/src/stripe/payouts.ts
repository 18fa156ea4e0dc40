import type Stripe from 'stripe';

/** One balance transaction of a payout, in minor units. */
export interface PayoutItemReport {
  readonly ref: string;
  readonly kind: 'PAYMENT' | 'REFUND' | 'DISPUTE' | 'FEE' | 'OTHER';
  readonly chargeRef: string | null;
  readonly gross: bigint;
  readonly fee: bigint;
  readonly net: bigint;
  readonly description: string | null;
}

export interface PayoutReport {
  readonly payout: Stripe.Payout;
  readonly items: readonly PayoutItemReport[];
}

const KIND: Readonly<Record<string, PayoutItemReport['kind']>> = {
  charge: 'PAYMENT',
  refund: 'REFUND',
  dispute: 'DISPUTE',
  dispute_reversal: 'DISPUTE',
  fee: 'FEE',
};

const toItem = (transaction: Stripe.BalanceTransaction): PayoutItemReport => ({
  ref: transaction.id,
  kind: KIND[transaction.reporting_category] ?? 'OTHER',
  chargeRef: typeof transaction.source === 'string' ? transaction.source : (transaction.source?.id ?? null),
  gross: BigInt(transaction.amount),
  fee: BigInt(transaction.fee),
  net: BigInt(transaction.net),
  description: transaction.description,
});

/** A payout with what it consists of; only automatic payouts can be itemized by the provider. */
export const fetchPayout = async (stripe: Stripe, id: string): Promise<PayoutReport> => {
  const payout = await stripe.payouts.retrieve(id);
  if (!payout.automatic) return { payout, items: [] };
  const items: PayoutItemReport[] = [];
  for await (const transaction of stripe.balanceTransactions.list({ payout: id, limit: 100 }))
    if (transaction.type !== 'payout') items.push(toItem(transaction));
  return { payout, items };
};
