import type Stripe from 'stripe';
import type { Scope } from '../world.ts';

/** What the account owns in each currency, from its balance transactions. */
export const balanceOf = (scope: Scope): Stripe.Balance => {
  const sums = {
    available: new Map<string, number>([['eur', 0]]),
    pending: new Map<string, number>([['eur', 0]]),
  };
  for (const { status, currency, net } of scope.tables.balanceTransactions.newestFirst()) {
    const side = status === 'available' ? sums.available : sums.pending;
    side.set(currency, (side.get(currency) ?? 0) + net);
  }
  const list = (side: Map<string, number>) =>
    [...side].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
  return { object: 'balance', available: list(sums.available), livemode: false, pending: list(sums.pending) };
};

export const availableIn = (scope: Scope, currency: string): number =>
  balanceOf(scope).available.find((part) => part.currency === currency)?.amount ?? 0;
